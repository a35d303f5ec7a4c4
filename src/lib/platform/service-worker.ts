import { whenIdle } from './idle';
import { trustedAddress } from './worker-address';

/** Callbacks about the offline copy and updates. */
export interface WorkerNews {
	/** After a first visit: every page is on this device. */
	onOfflineReady: () => void;
	/** Another tab installed a newer Envol; this page still runs the old one. */
	onReplaced: () => void;
	/**
	 * `takeOver` reloads this page with the newer Envol; `slipIn` activates it without a reload, if no other page is
	 * open.
	 */
	onUpdateWaiting: (takeOver: () => void, slipIn: () => void) => void;
}

/** With data saving on, the rest downloads only on a later visit: another page of the first visit does not count. */
function isSameVisit(isFirstVisit: boolean): boolean {
	try {
		if (isFirstVisit) sessionStorage['envol.first-visit'] = '';
		return 'envol.first-visit' in sessionStorage;
	} catch {
		return isFirstVisit;
	}
}

/** Delays before each attempt to download the rest: at once, and twice more where a part of it failed. */
const pausesMs = [0, 5_000, 60_000];

/** Downloads the rest of the offline copy, once the page is idle. Resolves to whether every page is stored. */
async function keepTheRest({ active }: ServiceWorkerRegistration, isFirstVisit: boolean): Promise<boolean> {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	if (!active || (connection?.saveData && isSameVisit(isFirstVisit))) return false;
	const ask = async (): Promise<boolean> => {
		await new Promise<void>((resolve) => whenIdle(resolve));
		return new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = ({ data }) => resolve(data === true);
			active.postMessage({ type: 'KEEP_THE_REST' }, [port2]);
		});
	};
	for (const ms of pausesMs) {
		await new Promise((resolve) => setTimeout(resolve, ms));
		if (await ask()) return true;
	}
	return false;
}

/**
 * Registers the worker, which makes the offline copy. An update waits until the person asks for it; nothing reloads
 * by itself.
 */
export async function registerWorker(news: WorkerNews): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const { serviceWorker } = navigator;
	const isFirstVisit = serviceWorker.controller === null;
	let hadController = !isFirstVisit;
	const registration = await serviceWorker.register(trustedAddress('/sw.js'), { updateViaCache: 'none' });

	let isTaking = false;
	serviceWorker.addEventListener('controllerchange', () => {
		if (isTaking) location.reload();
		else if (hadController) news.onReplaced();
		hadController = true;
	});

	const offer = (worker: ServiceWorker) =>
		news.onUpdateWaiting(
			() => {
				// another tab was faster: the newer Envol is active already
				if (worker.state !== 'installed') return location.reload();
				isTaking = true;
				worker.postMessage({ type: 'SKIP_WAITING' });
			},
			() => worker.postMessage({ type: 'SKIP_WAITING_IF_ALONE' })
		);
	const watch = (worker: ServiceWorker) =>
		worker.addEventListener('statechange', () => {
			if (worker.state === 'installed' && hadController) offer(worker);
		});

	// right after a first visit, or to complete a copy that could not be finished then, in whatever state the worker
	// is now
	void serviceWorker.ready
		.then((ready) => keepTheRest(ready, isFirstVisit))
		.then((isWhole) => isWhole && isFirstVisit && news.onOfflineReady());
	if (registration.waiting && hadController) offer(registration.waiting);
	if (registration.installing) watch(registration.installing);
	registration.addEventListener('updatefound', () => {
		if (registration.installing) watch(registration.installing);
	});
	// a tab left open for days still learns of a newer version
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
	});
}
