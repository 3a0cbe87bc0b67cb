/** How the site names itself, in one place. */
export const site = {
  name: 'Healthcare Foundation Models',
  description: 'A curated catalog of healthcare foundation models and datasets: papers, code, base models and pre-training data.',
} as const
