import type { Copies } from '$lib/app/copies/types';

/** The code that reads and writes copies loads on the first tap that needs it. */
export const loadCopies = (): Promise<Copies> => import('$lib/app/copies/copies');
