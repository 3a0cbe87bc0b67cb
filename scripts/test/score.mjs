/**
 * One line for each file of a mutation report and one for all: how many of its mutants a test noticed. What made the code
 * fail to run at all is no mutant; one that ran for ever was noticed.
 * @param {{ files: Record<string, { mutants: { status: string }[] }> }} report
 */
export function scoreOf({ files }) {
  const lines = Object.entries(files).map(([file, { mutants }]) => say(file, mutants))
  return [...lines, say('all', Object.values(files).flatMap(({ mutants }) => mutants))].join('\n')
}

/** @param {string} name @param {{ status: string }[]} mutants */
function say(name, mutants) {
  const valid = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status))
  const noticed = valid.filter(({ status }) => ['Killed', 'Timeout'].includes(status)).length
  return `  ${name.padEnd(40)} ${((noticed / Math.max(1, valid.length)) * 100).toFixed(1).padStart(5)} %  ${noticed} of ${valid.length}`
}
