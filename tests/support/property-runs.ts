import fc from 'fast-check';

/**
 * In `npm test` every property is tried with the same values each time, so that it says the same of the same code. Fresh
 * values, and ten times as many, come with `npm run test:endurance`; what that finds becomes a test of its own.
 */
const isLong = process.env.ENVOL_PROPERTIES === 'fresh';

/** How often a property is tried: so many times, ten times as many in the longer run. */
export const runs = (count: number): number => (isLong ? count * 10 : count);

fc.configureGlobal(isLong ? { numRuns: runs(100) } : { seed: 20_261_126 });
