import { readOnce } from './early/read-once';
import type { EarlyList } from './lib/domain/early-list';
import type { FirstRead } from './lib/platform/first-read';

/*
 * What Today does under a lock before the app is awake: a script of its own, at a fixed address, which src/early/first-read.ts asks for.
 * It asks the worker and other pages for the key, and for the list that waits in the memory of the worker (src/sw.ts,
 * src/lib/platform/held-key.ts); and it reads the rows that the app wakes with, as they are stored.
 */

type Key = Uint8Array;

export interface EarlyHeld {
	/** Undefined where nobody has it. */
	key: Promise<Key | undefined>;
	/** What is shown at once; nothing where the worker has none. */
	list: Promise<Partial<EarlyList>>;
	/** Undefined where it is left to the app. */
	first: Promise<FirstRead | undefined>;
	/** From now on the app follows other pages by itself. */
	end: () => void;
}

/** What is shown before the app is awake is not there for longer: nobody locks it then after the minutes that were chosen. */
const limitMs = 30_000;
/** Nobody knows yet how far the list looks back: most do so for no more than these days. */
const daysBack = 60;

/** What is read, as it is stored, with the record of the lock. */
export const readSealed = () =>
	readOnce(
		['steps', 'days', 'settings'],
		(reading) => {
			const from = new Date(Date.now() - daysBack * 86_400_000).toISOString().slice(0, 10);
			const settings = reading.objectStore('settings');
			const steps = reading.objectStore('steps').getAll();
			const days = reading.objectStore('days').getAll(IDBKeyRange.lowerBound(from));
			const [hardDay, lock] = ['hardDay', 'lock'].map((name) => settings.get(name));
			return () => ({
				steps: steps.result as unknown[],
				days: days.result as { day: string }[],
				from,
				hardDay: hardDay!.result as unknown,
				lock: (lock!.result as { value?: unknown } | undefined)?.value
			});
		},
		true
	);
export type SealedRead = NonNullable<Awaited<ReturnType<typeof readSealed>>>;

/**
 * Asks at once, and takes the first answer. Until the app is awake, this page shows nothing any more once another one locks, out of
 * view, or where the app never comes: it asks anew then.
 */
export function askHeld(): Omit<EarlyHeld, 'first'> {
	const channel = new BroadcastChannel('envol-lock');
	const { port1, port2 } = new MessageChannel();
	const { style } = document.documentElement;
	let isOver = false;
	const isHidden = () => document.visibilityState === 'hidden';
	const again = () => {
		if (isOver) return;
		style.visibility = 'hidden';
		location.reload();
	};
	const turned = () => {
		if (!isHidden()) again();
		style.visibility = isOver ? '' : 'hidden';
		if (isOver) document.removeEventListener('visibilitychange', turned);
	};
	document.addEventListener('visibilitychange', turned);

	let tell: (list: Partial<EarlyList>) => void;
	const list = new Promise<Partial<EarlyList>>((resolve) => (tell = resolve));
	const key = new Promise<Key | undefined>((found) => {
		channel.onmessage = ({ data }: MessageEvent<{ type: string; key: Key }>) => {
			if (data.type === 'lock') again();
			if (data.type === 'key') found(data.key);
		};
		port1.onmessage = ({ data }: MessageEvent<{ key?: Key; list?: EarlyList; isAlone: boolean }>) => {
			tell(data.list ?? {});
			if (data.key || data.isAlone) found(data.key);
		};
		// another page may answer late; where there is none, the worker says so at once
		setTimeout(() => found(undefined), navigator.serviceWorker?.controller ? 600 : 300);
	});
	channel.postMessage({ type: 'ask' });
	navigator.serviceWorker?.controller?.postMessage({ type: 'EARLY_ASK' }, [port2]);
	void key.then((by) => by && setTimeout(again, limitMs));
	return {
		key,
		list,
		end: () => {
			isOver = true;
			channel.close();
			// out of view it shows itself as it comes back
			if (!isHidden()) document.removeEventListener('visibilitychange', turned);
		}
	};
}

async function unsealed(key: Promise<Key | undefined>): Promise<FirstRead | undefined> {
	const script = '/_app/opened.js';
	const opening = import(script) as Promise<typeof import('./opened')>;
	return (await opening).opened(key, readSealed());
}

/** Nothing where the app is awake already: it asks by itself. */
export function begin(): void {
	if (document.documentElement.dataset.ready) return;
	const held = askHeld();
	window.envolHeld = { ...held, first: unsealed(held.key).catch(() => undefined) };
}
