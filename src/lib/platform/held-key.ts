/**
 * Where the key of the lock is while Envol is open: in the memory of its pages and of its worker, never on disk. A page that
 * opens asks the others, and the worker, which forgets it once no page has been there for a moment (see src/sw.ts).
 */
export type Key = Uint8Array;

const channelName = 'envol-lock';
/** How long a page that opens waits for an answer. */
const patienceMs = 150;
/** The worker ends after half a minute without a message. */
const pingMs = 8_000;

type Said = { type: 'ask' } | { type: 'key'; key: Key } | { type: 'lock' } | { type: 'here' };

/** What a page does when another one says something. */
export interface Listener {
	/** Another page has opened the lock. */
	onKey: (key: Key) => void;
	/** Another page has locked. */
	onLock: () => void;
	/** Somebody is at another page. */
	onHere: () => void;
	/** Whether somebody was here lately: only then does this page give the key away, or keep it in the worker. */
	isFresh: () => boolean;
}

const isKey = (value: unknown): value is Key => value instanceof Uint8Array && value.length === 32;

/** What the worker is told; without one, the other pages are asked alone. */
function tellWorker(
	message: { type: string; key?: Key; isNew?: boolean },
	ports: Transferable[] = []
): boolean {
	const worker = globalThis.navigator?.serviceWorker?.controller;
	worker?.postMessage(message, ports);
	return Boolean(worker);
}

function askWorker(onKey: (key: Key) => void): void {
	if (typeof MessageChannel === 'undefined') return;
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = ({ data }) => {
		if (isKey(data)) onKey(data);
		port1.close();
	};
	if (!tellWorker({ type: 'LOCK_ASK' }, [port2])) port1.close();
}

/** This page's part in keeping the key while Envol is open. */
export class HeldKey {
	#key: Key | undefined;
	#channel: BroadcastChannel | undefined;
	#ping: ReturnType<typeof setInterval> | undefined;
	#waiting: ((key: Key) => void) | undefined;
	#listener: Listener | undefined;

	constructor() {
		if (typeof BroadcastChannel === 'undefined') return;
		this.#channel = new BroadcastChannel(channelName);
		this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#heard(data);
	}

	#heard(said: Said): void {
		const listener = this.#listener;
		if (said.type === 'ask' && this.#key && this.#isFresh()) this.#say({ type: 'key', key: this.#key });
		if (said.type === 'key' && isKey(said.key)) {
			if (this.#waiting) this.#waiting(said.key);
			else if (!this.#key) listener?.onKey(said.key);
		}
		if (said.type === 'lock') {
			this.drop();
			listener?.onLock();
		}
		if (said.type === 'here') listener?.onHere();
	}

	#isFresh(): boolean {
		return this.#listener?.isFresh() ?? true;
	}

	follow(listener: Listener | undefined): void {
		this.#listener = listener;
	}

	/** The key that another page or the worker has; undefined where nobody answers. */
	ask(withinMs = patienceMs): Promise<Key | undefined> {
		return new Promise((resolve) => {
			const answered = (key?: Key) => {
				clearTimeout(timer);
				this.#waiting = undefined;
				resolve(key);
			};
			const timer = setTimeout(answered, withinMs);
			this.#waiting = answered;
			this.#say({ type: 'ask' });
			askWorker(answered);
		});
	}

	/** @param isNew whether other pages may be waiting for it */
	hold(key: Key, isNew = true): void {
		this.#key = key;
		const keep = (isOpened: boolean) => {
			if (this.#key && this.#isFresh()) tellWorker({ type: 'LOCK_KEEP', key: this.#key, isNew: isOpened });
		};
		keep(isNew);
		this.#ping ??= setInterval(() => keep(false), pingMs);
		if (isNew) this.#say({ type: 'key', key });
	}

	/** Somebody is here. */
	here(): void {
		this.#say({ type: 'here' });
	}

	/** Nobody has the key any more: this page, any other, or the worker. */
	forget(): void {
		this.drop();
		this.#say({ type: 'lock' });
		tellWorker({ type: 'LOCK_FORGET' });
	}

	/** This page alone has it no more. */
	drop(): void {
		clearInterval(this.#ping);
		this.#ping = undefined;
		this.#key = undefined;
	}

	#say(said: Said): void {
		this.#channel?.postMessage(said);
	}
}
