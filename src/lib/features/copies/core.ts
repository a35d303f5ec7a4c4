import type { Copies } from '$lib/app/copies/types';

/** What reads and writes copies comes with the first tap that needs it. */
export const loadCopies = (): Promise<Copies> => import('$lib/app/copies/copies');
