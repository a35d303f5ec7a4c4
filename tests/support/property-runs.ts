import fc from 'fast-check';

/**
 * In `npm test` every property runs with the same values each time, so that the same code gives the same result. `npm
 * run test:endurance` runs fresh values, ten times as many; what that finds becomes a test of its own.
 */
const isLong = process.env.ENVOL_PROPERTIES === 'fresh';

/** How often a property runs: ten times as often in the longer run, or as often as is said. */
export const runs = (count: number, inLongRun = count * 10): number => (isLong ? inLongRun : count);

fc.configureGlobal(isLong ? { numRuns: runs(100) } : { seed: 20_261_126 });
