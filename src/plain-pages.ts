import { parsePreferences } from '$lib/domain/preferences';
import { wakeHelp } from '$lib/features/help/wake-help';
import { endErase, endVisit, erasedPage } from '$lib/platform/erased';
import { mirroredPreferences } from '$lib/platform/mirror';
import { plainAddress } from '$lib/platform/plain-address';
import { registerWorker } from '$lib/platform/service-worker';
import { closeDoors, visitorHash } from '$lib/platform/visitor';

/**
 * The script of the plain HTML pages: the doors, Help and those that only read. Everything here is extra; without it each page reads, calls
 * and prints just as well.
 */
// beside a visitor session, this page leaves as little behind, and so does whatever it leads to
const isBeside = location.hash === visitorHash;
function beside(): void {
	closeDoors();
	for (const link of document.links) {
		if (link.origin !== location.origin) continue;
		// a sheet is in memory alone, wherever it is written (docs/decisions/0010)
		if (link.pathname.endsWith('/prescribe/')) continue;
		if (!plainAddress.test(link.pathname)) link.pathname = link.pathname.replace(/^\/(en|fr)\/.*/, '/$1/');
		link.hash = visitorHash;
	}
}
// a session ends at the door
if (isBeside && location.pathname === '/') void endVisit().then(beside);
else if (isBeside) beside();
// where everything is erased, nothing begins again
if (location.pathname === erasedPage) void endErase();
else if (!isBeside)
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
