import fc from 'fast-check';

/**
 * In `npm test` every property runs with the same values each time, so that the same code gives the same result. `npm
 * run test:endurance` runs fresh values, ten times as many; what that finds becomes a test of its own.
 */
const isLong = process.env.ENVOL_PROPERTIES === 'fresh';

/** How often a property runs: ten times as often in the longer run. */
export const runs = (count: number): number => (isLong ? count * 10 : count);

fc.configureGlobal(isLong ? { numRuns: runs(100) } : { seed: 20_261_126 });
