import { whenIdle } from './idle';

/** Told while the offline copy is made and when a newer one waits. */
export interface WorkerNews {
	/** After a first visit: every page is on this device. */
	onOfflineReady: () => void;
	/** Another tab took a newer Envol: this page still runs the old one. */
	onReplaced: () => void;
	/** `takeOver` reloads this page with the newer Envol; `slipIn` lets it come without a reload, if no other page is open. */
	onUpdateWaiting: (takeOver: () => void, slipIn: () => void) => void;
}

interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string }
	): { createScriptURL(url: string): unknown };
}

/** The policy of the page lets exactly one script address through here. */
function trustedAddress(url: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	if (!trustedTypes) return url;
	const policy = trustedTypes.createPolicy('envol-worker-url', {
		createScriptURL: (asked) => {
			if (asked !== '/sw.js') throw new TypeError('not our worker');
			return asked;
		}
	});
	return policy.createScriptURL(url) as string;
}

/** Who spares data pays for the rest only by coming back: another page of the first visit is not that. */
function isSameVisit(isFirstVisit: boolean): boolean {
	try {
		if (isFirstVisit) sessionStorage['envol.first-visit'] = '';
		return 'envol.first-visit' in sessionStorage;
	} catch {
		return isFirstVisit;
	}
}

/** When the rest is asked for: at once, and twice more where a part of it could not be had, as when the network stumbles. */
const pausesMs = [0, 5_000, 60_000];

/** What the first copy leaves for later, once the page is idle. Resolves to whether every page is kept. */
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

/** Makes the offline copy. An update waits until the person asks for it; nothing reloads by itself. */
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
				// another tab was quicker: the newer Envol is here already
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

	// right after a first visit, or to heal a copy that could not be finished then; in whatever state the worker is now
	void serviceWorker.ready
		.then((ready) => keepTheRest(ready, isFirstVisit))
		.then((isWhole) => isWhole && isFirstVisit && news.onOfflineReady());
	if (registration.waiting && hadController) offer(registration.waiting);
	if (registration.installing) watch(registration.installing);
	registration.addEventListener('updatefound', () => {
		if (registration.installing) watch(registration.installing);
	});
	// a tab left open for days still hears of a newer version
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
	});
}
