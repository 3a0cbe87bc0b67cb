/**
 * Lets the process live on where whoever read its output is gone, as in `npm start | tee log` without its tee: what it would have said is
 * lost. Next tells of each uncaught error, so of a broken pipe on that very pipe, for ever, and would hear no signal any more.
 */
export function outliveReaders(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
}
