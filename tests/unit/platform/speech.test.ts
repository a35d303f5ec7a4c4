import { afterEach, expect, test, vi } from 'vitest';
import { canSpeak, speak } from '$lib/platform/speech';

class Utterance {
	voice: unknown;
	lang = '';
	rate = 1;
	onend?: () => void;
	onerror?: () => void;
	text: string;
	constructor(text: string) {
		this.text = text;
	}
}

/** A browser with these voices; what it is asked to read is in `spoken`. */
function withVoices(...voices: { lang: string; localService: boolean; name?: string }[]) {
	const spoken: Utterance[] = [];
	vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
	vi.stubGlobal('speechSynthesis', {
		getVoices: () => voices,
		addEventListener: (_: string, heard: () => void) => queueMicrotask(heard),
		removeEventListener: () => undefined,
		speak: (utterance: Utterance) => spoken.push(utterance),
		cancel: () => spoken.at(-1)?.onend?.()
	});
	return spoken;
}

afterEach(() => vi.unstubAllGlobals());

test('a person whose browser has no voice is never offered one', async () => {
	expect(await canSpeak('en')).toBe(false);
	await speak('Hello', 'en').done;
	withVoices();
	expect(await canSpeak('en')).toBe(false);
});

test('asked again and again, a device without voices is left with no listener', async () => {
	vi.useFakeTimers();
	const speech = Object.assign(new EventTarget(), { getVoices: () => [] });
	vi.stubGlobal('speechSynthesis', speech);
	const added = vi.spyOn(speech, 'addEventListener');
	const removed = vi.spyOn(speech, 'removeEventListener');
	const answers = Promise.all([canSpeak('en'), canSpeak('fr'), canSpeak('en')]);
	await vi.advanceTimersByTimeAsync(2000);
	expect(await answers).toEqual([false, false, false]);
	expect(removed.mock.calls.map(([, heard]) => heard)).toEqual(added.mock.calls.map(([, heard]) => heard));
	vi.useRealTimers();
});

test('a voice that works over the network is not one: words stay on the device', async () => {
	const spoken = withVoices({ lang: 'fr-CA', localService: false }, { lang: 'en-GB', localService: true });
	expect(await canSpeak('fr')).toBe(false);
	expect(await canSpeak('en')).toBe(true);
	await speak('Bonjour', 'fr').done;
	expect(spoken).toEqual([]);
});

test('the voice of home comes before a far one', () => {
	const spoken = withVoices(
		{ lang: 'fr_FR', localService: true, name: 'far' },
		{ lang: 'fr_CA', localService: true, name: 'home' }
	);
	speak('Bonjour', 'fr');
	expect(spoken[0]?.voice).toMatchObject({ name: 'home' });
});

test('stopping ends it', async () => {
	withVoices({ lang: 'en-CA', localService: true });
	const { done, stop } = speak('Hello', 'en');
	stop();
	await expect(done).resolves.toBeUndefined();
});
