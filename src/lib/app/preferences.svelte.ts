import { defaultPreferences, type Preferences } from '$lib/domain/preferences';
import { mirroredPreferences, mirrorPreferences, onMirrorChange } from '$lib/platform/mirror';
import type { StorageGate } from './storage-gate.svelte';

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

/** What the person chose: at once on the page and in the mirror, durably in storage. */
export class PreferencesKeeper {
	#gate: StorageGate;
	#current = $state.raw<Preferences>(defaultPreferences);

	/** Was there a mirror when the page woke? Without one, storage knows better. */
	#wasMirrored = false;

	constructor(gate: StorageGate) {
		this.#gate = gate;
	}

	get current(): Preferences {
		return this.#current;
	}

	/** Reads the mirror; follows other tabs. Call what it gives back to stop. */
	start(): () => void {
		const mirrored = mirroredPreferences();
		this.#wasMirrored = mirrored !== undefined;
		this.#current = mirrored ?? defaultPreferences;
		showOnPage(this.#current);
		return onMirrorChange((preferences) => {
			this.#current = preferences;
			showOnPage(preferences);
		});
	}

	/**
	 * Brings mirror and storage together once storage is open: a lost mirror comes back from storage, a choice made
	 * where storage was not open (on the Help page) is kept there now.
	 */
	async restore(): Promise<void> {
		const { storage } = this.#gate;
		if (!storage) return;
		try {
			const kept = await storage.settings.readPreferences();
			if (!this.#wasMirrored && kept)
				this.#show({ ...kept, ...(this.#current.lang && { lang: this.#current.lang }) });
			else if (JSON.stringify(this.#current) !== JSON.stringify(kept))
				await storage.settings.savePreferences(this.#current);
		} catch {
			// the choices on screen stand; the next visit tries again
		}
	}

	/** @throws StorageError when the choice could not be kept; it is shown all the same. */
	async change(change: Partial<Preferences>): Promise<void> {
		this.#show({ ...this.#current, ...change });
		const storage = await this.#gate.open();
		await storage.settings.savePreferences(this.#current);
	}

	/** The language of the page being looked at, remembered for the next visit. */
	rememberLang(lang: Preferences['lang']): void {
		if (this.#current.lang !== lang) this.#show({ ...this.#current, lang });
	}

	#show(preferences: Preferences): void {
		this.#current = preferences;
		mirrorPreferences(preferences);
		showOnPage(preferences);
	}
}
