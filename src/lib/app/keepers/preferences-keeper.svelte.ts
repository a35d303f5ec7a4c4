import { defaultPreferences, parsePreferences, type Preferences } from '$lib/domain/preferences';
import { now } from '$lib/platform/clock';
import { mirroredPreferences, mirrorPreferences, onMirrorChange } from '$lib/platform/mirror';
import type { Storage } from '$lib/storage/types';
import type { StorageGate } from '$lib/app/storage-gate.svelte';

/** Shows the preferences on the page; the same attributes as `src/boot.js` sets before the first paint. */
function showOnPage({ look, textSize, motion, region }: Preferences): void {
	const { dataset } = document.documentElement;
	const set = (name: string, value: string | undefined) => {
		if (value === undefined) delete dataset[name];
		else dataset[name] = value;
	};
	const wantsContrast = matchMedia('(prefers-contrast: more)').matches;
	set('look', look === 'system' ? (wantsContrast ? 'contrast' : undefined) : look);
	set('text', textSize === 100 ? undefined : String(textSize));
	set('motion', motion === 'reduced' ? motion : undefined);
	set('region', region);
}

/** Merges the preferences known here with the stored ones: the later choice wins, in the language of the page. */
function laterOf(known: Preferences, kept: Preferences | undefined): Preferences {
	if (!kept) return known;
	// a mirror of mere defaults was never chosen: it must not override a choice
	if (known.at !== undefined && known.at >= (kept.at ?? 0)) return known;
	return known.lang ? { ...kept, lang: known.lang } : kept;
}

/** The person's preferences: applied at once to the page and the mirror, stored durably. */
export class PreferencesKeeper {
	#gate: StorageGate;
	#current = $state.raw<Preferences>(defaultPreferences);
	/** What the page started with, or the last result of merging with storage. */
	#known: Preferences = defaultPreferences;
	/** Chosen since then, not yet merged with storage. */
	#chosen: Partial<Preferences> = {};

	constructor(gate: StorageGate) {
		this.#gate = gate;
	}

	get current(): Preferences {
		return this.#current;
	}

	/** Reads the mirror and follows other tabs. Call the returned function to stop. */
	start(): () => void {
		this.#known = mirroredPreferences() ?? defaultPreferences;
		this.#current = this.#known;
		showOnPage(this.#current);
		return onMirrorChange((preferences) => {
			this.#known = preferences;
			this.#chosen = {};
			this.#current = preferences;
			showOnPage(preferences);
		});
	}

	/**
	 * Merges mirror and storage once storage is open: a lost mirror is restored from storage, and a choice made where
	 * storage was not open (on the Help page) is stored.
	 */
	async restore(): Promise<void> {
		const { storage } = this.#gate;
		if (!storage) return;
		try {
			await this.#join(storage);
		} catch {
			// the choices on screen stay; the next visit tries again
		}
	}

	/**
	 * Resolves once the choice is stored, or applied where it only lasts until the page closes.
	 * @throws StorageError when the choice could not be stored; it is applied all the same
	 */
	async change(change: Partial<Preferences>): Promise<void> {
		this.#chosen = { ...this.#chosen, ...change, at: now() };
		this.#show({ ...this.#current, ...this.#chosen });
		await this.#join(await this.#gate.open());
	}

	/** Remembers the language of the current page for the next visit. */
	rememberLang(lang: Preferences['lang']): void {
		if (this.#current.lang === lang) return;
		this.#known = { ...this.#known, lang };
		if (this.#chosen.lang) this.#chosen = { ...this.#chosen, lang };
		this.#show({ ...this.#current, lang });
	}

	async #join(storage: Storage): Promise<void> {
		const kept = await storage.settings.readPreferences();
		const joined = parsePreferences({ ...laterOf(this.#known, kept), ...this.#chosen });
		if (storage.isDurable) {
			this.#known = joined;
			this.#chosen = {};
		}
		this.#show(joined);
		if (JSON.stringify(joined) !== JSON.stringify(kept)) await storage.settings.savePreferences(joined);
	}

	#show(preferences: Preferences): void {
		this.#current = preferences;
		mirrorPreferences(preferences);
		showOnPage(preferences);
	}
}
