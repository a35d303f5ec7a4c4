import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { watchForTranslator } from '$lib/platform/translator';

/** Before the page wakes. */
export const init: ClientInit = watchForTranslator;

/**
 * Texts, or a part of the page, did not arrive. Until the page is awake, its HTML says all there is to say: it stays as
 * it came, with its words and help, rather than give way to a page that says it is not there.
 */
export const handleError: HandleClientError = () =>
	document.documentElement.dataset.ready ? undefined : new Promise<void>(() => undefined);
