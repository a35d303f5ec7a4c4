import { parsePreferences } from '$lib/domain/preferences';
import { wakeHelp } from '$lib/features/help/wake-help';
import { endErase, erasedPage } from '$lib/platform/erased';
import { mirroredPreferences } from '$lib/platform/mirror';
import { registerWorker } from '$lib/platform/service-worker';

/**
 * The script of the plain HTML pages: the doors, Help and those that only read. Everything here is extra; without it each page reads, calls
 * and prints just as well.
 */
// where everything is erased, nothing begins again
if (location.pathname === erasedPage) void endErase();
else
	registerWorker({
		onOfflineReady: () => undefined,
		onReplaced: () => undefined,
		onUpdateWaiting: (_takeOver, slipIn) => slipIn()
	}).catch(() => undefined);
wakeHelp(mirroredPreferences() ?? parsePreferences(undefined));
const poster = document.querySelector<HTMLElement>('#door-code');
if (poster)
	void import('$lib/features/alongside/wake-poster')
		.then(({ wakePoster }) => wakePoster(poster))
		.catch(() => undefined);
document.querySelector('#print')?.addEventListener('click', () => print());
document.documentElement.dataset.ready = 'true';
