import type { DataKey, Lock, News, Storage, StorageReason } from '$lib/storage/types';
import { afterPaint } from '$lib/platform/after-paint';
import { endEarlyHeld, isShownEarly } from '$lib/platform/early-held';
import { isDatabaseThere } from '$lib/platform/database-there';
import { firstRead, type FirstRead } from '$lib/platform/first-read';
import { nameAfter } from '$lib/storage/database-name';
import { allWordsLeft } from '$lib/platform/last-words';
import {
	hadData,
	mirrorDatabase,
	mirroredDatabase,
	mirroredLock,
	onDataBorn,
	rememberData
} from '$lib/platform/mirror';
import { whenOnline } from '$lib/platform/online';
import type { Opened } from './opening';

/** How long after storage opened the first read still stands in for what it delivers. */
const oldNewsMs = 5000;

/** Opens storage when a screen first needs it, and says honestly when nothing can be stored. */
export class StorageGate {
	#opened = $state.raw<Opened>();
	/** Certainly nothing is stored here yet: the database, and its code, load when they are needed. */
	#isFresh = $state.raw(false);
	#first = $state.raw<FirstRead>();
	/** A part of Envol's code could not be loaded. */
	#isPartMissing = $state.raw(false);
	#isFull = $state.raw(false);
	#news = $state.raw<News>({});
	#opening: Promise<Storage> | undefined;
	#looking: Promise<void> | undefined;
	/** Storage under a lock that nobody has opened: whoever asks for storage waits for its key. */
	#shut = $state.raw<Storage>();
	/** The page began under a lock, as far as the mirror knows; what it shows already, somebody may see. */
	#beganLocked = mirroredLock() && !isShownEarly();
	#onKey: ((key: DataKey) => void) | undefined;
	/** Whoever only looks waits no longer than until that is known. */
	#onShut: (() => void)[] = [];
	#stopNews: (() => void) | undefined;
	#isBusy = false;
	/** Retries loading the missing part, while there is one. */
	#again: (() => void) | undefined;

	/** The same object as long as it is the same storage, whatever its state: what is on screen stays on screen. */
	readonly storage: Storage | undefined = $derived(this.#opened?.storage);

	/** Why new changes will not be stored, or earlier ones are not; undefined when all is well. */
	get trouble(): StorageReason | 'notLoaded' | 'left' | undefined {
		if (this.#isPartMissing) return 'notLoaded';
		if (this.#shut) return 'locked';
		return this.#opened?.reason ?? (this.#opened?.done && 'left');
	}

	/** Nothing of the person's may be shown, or it is not known yet whether it may: a screen that begins now would begin again. */
	get isClosed(): boolean {
		return this.#shut !== undefined || (this.#beganLocked && !this.#opened && !this.#first);
	}

	/** To erase all of it, nobody needs a key. */
	toErase = async (): Promise<Storage> => {
		await this.#openOrShut(this.open());
		return this.#shut ?? this.open();
	};

	/** Opens the lock that is on, in this page and others; undefined where there is none, or it is not open. */
	get key(): DataKey | undefined {
		return this.#opened?.key;
	}

	/**
	 * What is done here is on no disk yet, and goes with this page. Where the database is a newer Envol's, only that one can
	 * save anything.
	 */
	get holdsUnsaved(): boolean {
		return this.#opened?.done !== undefined && this.#opened.reason !== 'newer';
	}

	/** The device is full: words are saved while they fit, pictures and sounds are not. */
	get isFull(): boolean {
		return this.#isFull;
	}

	/** What the person has to be told after a crash, on whatever page they are, until they have read it. */
	get news(): News {
		return this.#news;
	}

	/** There is nothing to wait for: no plan, no day. Stays true while storage opens after a first choice. */
	get isFresh(): boolean {
		return this.#isFresh;
	}

	/** What was read before the database was opened, until it says more; undefined where nothing was. */
	get first(): FirstRead | undefined {
		return this.#first;
	}

	/** For a screen that only reads: opens storage unless it is certainly empty. Resolves once it is open, or certainly empty. */
	async look(): Promise<void> {
		if (this.#opening) return this.#openOrShut(this.#opening);
		if (this.#isFresh) return;
		this.#looking ??= this.#look();
		await this.#looking;
	}

	/** What is under a lock is not shown: nobody needs to wait until it is open. */
	async #openOrShut(opening: Promise<Storage>): Promise<void> {
		if (this.#shut) return;
		const shut = new Promise<void>((resolve) => this.#onShut.push(resolve));
		await Promise.race([opening, shut]);
	}

	async #look(): Promise<void> {
		const first = await firstRead();
		// it may have been locked meanwhile
		if (first && !this.#shut) {
			this.#first = first;
			// the list comes first, then the code of the database
			await afterPaint();
			await this.#openOrShut(this.open());
			// by then storage has delivered; a screen that opens later must not begin with old news
			setTimeout(() => (this.#first = undefined), oldNewsMs);
			return;
		}
		// where there was a database and is none, only opening tells what is left of it
		const isThere = hadData() || allWordsLeft().length > 0 || (await isDatabaseThere(mirroredDatabase()));
		// another part of the screen asked at the same time
		if (this.#isFresh) return;
		if (isThere === false && !this.#opening) {
			this.#isFresh = true;
			onDataBorn(() => void this.open());
		} else await this.#openOrShut(this.open());
	}

	/**
	 * Never rejects: there is always a storage to work with, durable or not. Waits while a part of the code is
	 * missing.
	 */
	open(): Promise<Storage> {
		this.#opening ??= this.#open();
		return this.#opening;
	}

	/** For "Try again"; what was done in the meantime is carried over. */
	reopen(): Promise<Storage> {
		this.#again?.();
		if (!this.#isBusy) this.#opening = undefined;
		return this.open();
	}

	/** The person goes on beside a database that cannot be opened: it stays where it is, for another day. */
	openAnother = (): Promise<Storage> => {
		mirrorDatabase(nameAfter(mirroredDatabase()));
		return this.reopen();
	};

	/** The lock of what is stored, open or not. */
	lock = async (): Promise<Lock> => (await this.toErase()).lock;

	/** It was opened with this key: whoever waits for storage has it then. */
	unlocked = async (key: DataKey): Promise<void> => {
		this.#onKey?.(key);
		await this.#opening;
	};

	/** What is stored is under a lock: resolves to its key, once somebody has opened it. */
	untilKey = (storage: Storage): Promise<DataKey> => {
		this.#shut = storage;
		this.#first = undefined;
		endEarlyHeld();
		for (const tell of this.#onShut.splice(0)) tell();
		return new Promise((resolve) => (this.#onKey = resolve));
	};

	/**
	 * Lets go of what is stored: whoever asks for it waits until this resolves to the key from then on, undefined for none.
	 * Where it rejects, storage is opened anew, as it was left.
	 */
	hold = async (work: (storage: Storage) => Promise<DataKey | undefined>): Promise<void> => {
		if (!this.#opened) return;
		const { key: _, ...opened } = this.#opened;
		const { storage } = opened;
		this.#letGo();
		this.#opening = work(storage).then(
			// where nothing can be stored, that is still so
			(key) => this.#follow({ ...opened, ...(key && { key }) }),
			() => this.#open()
		);
		await this.#opening;
	};

	#letGo(): void {
		this.#stopNews?.();
		this.#opened = this.#first = undefined;
		this.#news = {};
	}

	async #open(): Promise<Storage> {
		this.#isBusy = true;
		const opened = await this.#load();
		const { storage, reason } = opened;
		if (!reason) {
			storage.onClosed((reason) => this.#closed(reason));
			storage.onRoom((isFull) => (this.#isFull = isFull));
			rememberData();
		}
		this.#isBusy = false;
		return this.#follow(opened);
	}

	#follow(opened: Opened): Storage {
		const { storage, reason } = opened;
		this.#opened = opened;
		this.#shut = undefined;
		if (!opened.key) endEarlyHeld();
		if (!reason) {
			const news = storage.news.subscribe({ next: (news) => (this.#news = news), error: () => undefined });
			this.#stopNews = () => news.unsubscribe();
		}
		return storage;
	}

	#closed(reason: StorageReason): void {
		const opened = this.#opened;
		// this page has nothing to lose, and its screen asks for words that may not be those any more
		if (this.#shut) return location.reload();
		if (reason !== 'locked') this.#opened = opened && { ...opened, reason };
		// another page turns a lock on or off: what is open here is read anew, once that is done
		else if (opened) {
			this.#letGo();
			this.#opening = this.#open();
		}
	}

	/**
	 * The database code loads when it is first needed. Where it cannot be loaded (no network, or removed from the
	 * server with an older version) the person is told; loading is retried when they ask, or when the network is
	 * back.
	 */
	async #load(): Promise<Opened> {
		for (;;)
			try {
				const { opening } = await import('./opening');
				const opened = await opening(this.#opened, hadData(), this.untilKey);
				this.#isPartMissing = false;
				return opened;
			} catch {
				this.#isPartMissing = true;
				await new Promise<void>((again) => whenOnline((this.#again = again)));
			}
	}
}
