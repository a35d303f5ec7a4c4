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

	constructor(gate: StorageGate) {
		this.#gate = gate;
	}

	get current(): Preferences {
		return this.#current;
	}

	/** Reads the mirror; follows other tabs. Call what it gives back to stop. */
	start(): () => void {
		this.#current = mirroredPreferences() ?? defaultPreferences;
		showOnPage(this.#current);
		return onMirrorChange((preferences) => {
			this.#current = preferences;
			showOnPage(preferences);
		});
	}

	/** The mirror can be lost; what storage holds comes back. Only ever needed once storage is open. */
	async restore(): Promise<void> {
		if (mirroredPreferences()) return;
		const storage = await this.#gate.open();
		const kept = await storage.settings.readPreferences().catch(() => undefined);
		if (kept) this.#show({ ...kept, ...(this.#current.lang && { lang: this.#current.lang }) });
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
