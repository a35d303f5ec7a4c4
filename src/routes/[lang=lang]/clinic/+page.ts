import { asWholePage } from '$lib/app/whole-page';
import { load as loadWords } from '$page-words';
import type { PageLoad } from './$types';

export const csr = false;

export const load: PageLoad = asWholePage(loadWords);
