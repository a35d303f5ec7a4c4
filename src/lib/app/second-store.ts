import type { Mending } from '$lib/second-store/compare';
import type {
	Asked,
	Checked,
	FromWorker,
	OnProgress,
	Recovered,
	SecondStore,
	ToWorker
} from '$lib/second-store/port';
import { now } from '$lib/platform/clock';
import { whenIdle } from '$lib/platform/idle';
import { trustedAddress } from '$lib/platform/worker-address';

/** A change waits no longer for the journal than this; the database has it already. */
const keepLimitMs = 500;
/** Reading all of it, on a slow device, after a loss: the person sees that something is being done. */
const recoverLimitMs = 4000;
const eraseLimitMs = 3000;
/** Until its files are open, on a slow device. */
const greetLimitMs = 3000;
/** Without any progress. */
const checkLimitMs = 15_000;
/** What the person sees comes first; a change starts the worker at once. */
const startAfterMs = 1000;

const isPossible = () =>
	typeof Worker === 'function' &&
	typeof BroadcastChannel === 'function' &&
	'locks' in navigator &&
	typeof navigator.storage?.getDirectory === 'function';

interface Open {
	message: ToWorker;
	/** Undefined where the journal refused, is off, or did not answer in time. */
	settle: (answer: { value: unknown } | undefined) => void;
	onProgress?: OnProgress | undefined;
}

/**
 * The journal, in a worker of its own, which starts once the page is idle or has something to keep. Undefined where the browser
 * has no private files: then there is the database alone.
 */
export function createSecondStore(): SecondStore | undefined {
	return isPossible() ? new InWorker() : undefined;
}

class InWorker implements SecondStore {
	#worker: Worker | undefined;
	#isStarting = false;
	/** The browser stores the page, for the way back. */
	#isResting = false;
	#isOff = false;
	/** It let a change wait in vain: nothing waits for it until it answers again. */
	#isLate = false;
	#open = new Map<number, Open>();
	#count = 0;
	#compared:
		| { database: string; mend: (found: readonly Mending[]) => Promise<number>; onBroken: () => void }
		| undefined;

	constructor() {
		const isStored = (event: Event) => (event as PageTransitionEvent).persisted;
		addEventListener('pagehide', (event) => isStored(event) && this.#rest());
		addEventListener('pageshow', (event) => isStored(event) && this.#wakeUp());
	}

	/**
	 * Ends the worker of a page that the browser stores: stopped in the middle, it would keep the lock and the files for as long
	 * as the page is stored, and every other page would wait. Asked to let go of them, it might be stopped before it hears it.
	 */
	#rest(): void {
		this.#isResting = true;
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	/** The page is back: another worker takes over what nobody answered, and compares. */
	#wakeUp(): void {
		this.#isResting = false;
		if (this.#compared || this.#open.size > 0) void this.#start();
	}

	now = now;

	async keep(asked: Extract<Asked, { do: 'keep' }>): Promise<boolean> {
		const isLate = this.#isLate;
		const asking = this.#ask(asked, keepLimitMs).then((answer) => {
			this.#isLate = answer === undefined;
			return answer !== undefined;
		});
		return isLate ? false : asking;
	}

	async isThere(): Promise<boolean> {
		// what it was to keep last did not arrive, or not in time
		if (this.#isLate) return false;
		return (await this.#ask({ do: 'greet' }, greetLimitMs)) !== undefined && !this.#isLate;
	}

	async recover(): Promise<Recovered | undefined> {
		return (await this.#ask({ do: 'recover' }, recoverLimitMs))?.value as Recovered | undefined;
	}

	compare(
		database: string,
		mend: (found: readonly Mending[]) => Promise<number>,
		onBroken: () => void
	): void {
		this.#compared = { database, mend, onBroken };
		if (this.#worker) this.#compare();
		else setTimeout(() => whenIdle(() => void this.#start(), 3000), startAfterMs);
	}

	async check(database: string, onProgress: OnProgress): Promise<Checked | undefined> {
		return (await this.#ask({ do: 'check', database }, checkLimitMs, onProgress))?.value as
			Checked | undefined;
	}

	async renew(database: string): Promise<boolean> {
		// what it was to compare with may be gone by now
		this.#compared = undefined;
		return (await this.#ask({ do: 'renew', database }, checkLimitMs, () => undefined))?.value === true;
	}

	joining: SecondStore['joining'] = async () => (await import('./copies/join-rows')).joinedRows;

	async erase(): Promise<void> {
		// where it is off there may be files of another day all the same
		if (!(await this.#ask({ do: 'erase' }, eraseLimitMs)) && !this.#isOff)
			throw new DOMException('the journal was not erased', 'AbortError');
		this.stop();
	}

	stop(): void {
		this.#isOff = true;
		this.#compared = undefined;
		for (const { settle } of this.#open.values()) settle(undefined);
	}

	#post(message: ToWorker): void {
		this.#worker?.postMessage(message);
	}

	#compare(): void {
		if (this.#compared) this.#post({ type: 'compare', database: this.#compared.database });
	}

	#ask(asked: Asked, limitMs: number, onProgress?: OnProgress): Promise<{ value: unknown } | undefined> {
		if (this.#isOff) return Promise.resolve(undefined);
		const id = ++this.#count;
		const message: ToWorker = { type: 'ask', id, asked };
		return new Promise((resolve) => {
			const late = () => resolve(undefined);
			let timer = setTimeout(late, limitMs);
			this.#open.set(id, {
				message,
				onProgress:
					onProgress &&
					((done, of) => {
						clearTimeout(timer);
						timer = setTimeout(late, limitMs);
						onProgress(done, of);
					}),
				settle: (answer) => {
					clearTimeout(timer);
					this.#open.delete(id);
					resolve(answer);
				}
			});
			if (this.#worker) this.#post(message);
			else void this.#start();
		});
	}

	async #start(): Promise<void> {
		if (this.#isStarting || this.#isOff || this.#isResting || this.#worker) return;
		this.#isStarting = true;
		try {
			const { default: address } = await import('$lib/second-store/worker?worker&url');
			if (this.#isOff || this.#isResting) return;
			const worker = new Worker(trustedAddress(new URL(address, location.href).pathname));
			worker.onmessage = ({ data }: MessageEvent<FromWorker>) => void this.#heard(data);
			worker.onerror = () => this.stop();
			this.#worker = worker;
			for (const { message } of this.#open.values()) this.#post(message);
			this.#compare();
		} catch {
			this.stop();
		} finally {
			this.#isStarting = false;
		}
	}

	async #heard(message: FromWorker): Promise<void> {
		if (message.type === 'off') return this.stop();
		if (message.type === 'answer') {
			this.#isLate = false;
			return this.#open.get(message.id)?.settle({ value: message.value });
		}
		if (message.type === 'progress')
			return this.#open.get(message.id)?.onProgress?.(message.done, message.of);
		if (message.type === 'refused') return this.#open.get(message.id)?.settle(undefined);
		if (message.type === 'compared') {
			if (message.how === 'broken') this.#compared?.onBroken();
			return;
		}
		const count = await (this.#compared?.mend(message.mendings) ?? Promise.resolve(0)).catch(() => 0);
		this.#post({ type: 'mended', count });
	}
}
