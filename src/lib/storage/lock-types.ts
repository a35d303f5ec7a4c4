import type { WordsKind } from '$lib/domain/lock';

/** Of turning on or off, which both write everything anew: half done, everything is readable with the key. */
export type LockState = 'off' | 'turningOn' | 'on' | 'turningOff';

/** What seals everything: 32 random bytes, only ever in memory. */
export type DataKey = Uint8Array;

export interface Passkey {
	/** Its id, as the browser gave it. */
	id: Uint8Array;
	/** What it is asked about; its answer, which only this passkey can give, opens the lock. */
	prfSalt: Uint8Array;
}

export interface LockWays {
	words: WordsKind;
	/** Nobody said yet that they have the recovery page. */
	lacksPage: boolean;
	passkeys: readonly Passkey[];
}

export type OpeningBy = { words: string } | { recovery: string } | { passkey: Uint8Array; prf: Uint8Array };

export type OnProgress = (done: number, all: number) => void;

/** The lock of a storage: what is stored is sealed under a key that is on no disk. */
export interface Lock {
	state(): Promise<LockState>;
	ways(): Promise<LockWays>;
	/** @throws StorageError with 'wrongKey' */
	open(by: OpeningBy): Promise<DataKey>;
	/** From now on storage can be read and written; what was turned on or off half-way is done to its end first. */
	use(key: DataKey, onProgress?: OnProgress): Promise<void>;
	turnOn(words: string, kind: WordsKind, onProgress: OnProgress): Promise<{ recovery: string; key: DataKey }>;
	turnOff(onProgress: OnProgress): Promise<void>;
	changeWords(words: string, kind: WordsKind): Promise<void>;
	/** The page printed before opens nothing from then on. */
	newRecovery(): Promise<string>;
	/** The person has the recovery page. */
	hasPage(): Promise<void>;
	addPasskey(passkey: Passkey & { prf: Uint8Array }): Promise<void>;
	removePasskey(id: Uint8Array): Promise<void>;
	/** Forgets the key: until `use`, nothing can be read or written. */
	lockNow(): void;
}
