import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { watchForTranslator } from '$lib/platform/translator';

/** Runs before the page hydrates. */
export const init: ClientInit = watchForTranslator;

/**
 * Messages, or a part of the page, did not load. Until the page is hydrated, its HTML says everything that is needed:
 * it stays as it came, with its words and help, rather than being replaced by an error page.
 */
export const handleError: HandleClientError = () =>
	document.documentElement.dataset.ready ? undefined : new Promise<void>(() => undefined);
