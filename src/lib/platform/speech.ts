import { localeOf, type Lang } from '$lib/domain/language';

/** A voice that runs on the device: text read by a network voice would leave it. */
function localVoice(lang: Lang): SpeechSynthesisVoice | undefined {
	const voices = speechSynthesis.getVoices().filter((voice) => voice.localService);
	const tagOf = (voice: SpeechSynthesisVoice) => voice.lang.replace('_', '-').toLowerCase();
	return (
		voices.find((voice) => tagOf(voice) === localeOf[lang].toLowerCase()) ??
		voices.find((voice) => tagOf(voice).split('-')[0] === lang)
	);
}

/** Some browsers report their voices a moment later. */
const voicesLateMs = 1500;

/** Leaves no listener behind: a device without voices never says that it has some. */
function voicesOrLate(speech: SpeechSynthesis): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			speech.removeEventListener('voiceschanged', done);
			resolve();
		};
		const timer = setTimeout(done, voicesLateMs);
		speech.addEventListener('voiceschanged', done);
	});
}

/** Whether this device has a voice for the language. Never rejects. */
export async function canSpeak(lang: Lang): Promise<boolean> {
	if (!('speechSynthesis' in globalThis)) return false;
	try {
		if (speechSynthesis.getVoices().length === 0) await voicesOrLate(speechSynthesis);
		return localVoice(lang) !== undefined;
	} catch {
		return false;
	}
}

export interface Speaking {
	/** Resolves once it was read, stopped, or could not be read; never rejects. */
	done: Promise<void>;
	stop: () => void;
}

/** Reads aloud with a voice of the device, a little slowly; does nothing when there is none. */
export function speak(text: string, lang: Lang): Speaking {
	const voice = 'speechSynthesis' in globalThis ? localVoice(lang) : undefined;
	if (!voice) return { done: Promise.resolve(), stop: () => undefined };
	const utterance = new SpeechSynthesisUtterance(text);
	utterance.voice = voice;
	utterance.lang = voice.lang;
	utterance.rate = 0.9;
	const done = new Promise<void>((resolve) => {
		utterance.onend = () => resolve();
		utterance.onerror = () => resolve();
	});
	// stops what was being read
	speechSynthesis.cancel();
	speechSynthesis.speak(utterance);
	return { done, stop: () => speechSynthesis.cancel() };
}
