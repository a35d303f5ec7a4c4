import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NoteId, Voice } from '$lib/domain/note';
import { Reader } from '$lib/features/here/reader.svelte';
import { NoteVoice, type SpokenNote } from '$lib/features/hope/voice/note-voice';
import { VoiceRecorder } from '$lib/features/hope/voice/voice-recorder.svelte';
import type { VoiceRecording } from '$lib/platform/recorder';
import { givenServices, noRoomFor } from '../../support/services';

describe('speaking a note', () => {
	/** A microphone of this browser: what it heard so far is one piece. */
	class FakeRecorder {
		static isTypeSupported = (type: string) => type.startsWith('audio/webm');
		static hears = 'words';
		state = 'inactive';
		mimeType = 'audio/webm;codecs=opus';
		ondataavailable?: (event: { data: Blob }) => void;
		onstop?: () => void;
		onerror?: () => void;
		start() {
			this.state = 'recording';
			made.push(this);
		}
		stop() {
			this.state = 'inactive';
			queueMicrotask(() => {
				this.ondataavailable?.({ data: new Blob([FakeRecorder.hears]) });
				this.onstop?.();
			});
		}
	}
	let made: FakeRecorder[] = [];
	const track = { stop: vi.fn() };
	let answer: () => Promise<unknown>;
	beforeEach(() => {
		made = [];
		FakeRecorder.hears = 'words';
		track.stop.mockClear();
		answer = () => Promise.resolve({ getTracks: () => [track] });
		vi.stubGlobal('MediaRecorder', FakeRecorder);
		Object.defineProperty(navigator, 'mediaDevices', {
			configurable: true,
			value: { getUserMedia: () => answer() }
		});
		vi.useFakeTimers({
			toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance']
		});
	});
	afterEach(() => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
		Reflect.deleteProperty(navigator, 'mediaDevices');
	});
	function aRecorder(says?: 'full' | 'failed') {
		const kept: VoiceRecording[] = [];
		const recorder = new VoiceRecorder((recording) => {
			kept.push(recording);
			return Promise.resolve(says);
		});
		return { recorder, kept };
	}

	test('counts the seconds, lets the microphone go, and keeps what was said', async () => {
		const { recorder, kept } = aRecorder();
		const starting = recorder.start();
		expect(recorder.state).toBe('asking');
		await starting;
		expect(recorder.state).toBe('recording');
		vi.advanceTimersByTime(3000);
		expect(recorder.seconds).toBe(3);
		const stopping = recorder.stop();
		expect(recorder.state).toBe('keeping');
		expect(track.stop).toHaveBeenCalled();
		await stopping;
		expect(recorder.state).toBe('idle');
		expect(kept).toMatchObject([{ type: 'audio/webm', seconds: 3 }]);
		expect(recorder.trouble).toBeUndefined();
		expect(recorder.hasEnded).toBe(false);
		vi.advanceTimersByTime(5000);
		expect(recorder.seconds).toBe(3);
	});

	test.each([
		['NotAllowedError', 'denied'],
		['NotFoundError', 'none'],
		['NotReadableError', 'busy']
	] as const)('a microphone that says %s is told kindly, and can be asked again', async (name, trouble) => {
		const { recorder } = aRecorder();
		answer = () => Promise.reject(new DOMException('no', name));
		await recorder.start();
		expect([recorder.state, recorder.trouble]).toEqual(['idle', trouble]);
		expect(recorder.troubleKey).toBe(`hope.voice.trouble.${trouble}`);
		answer = () => Promise.resolve({ getTracks: () => [track] });
		await recorder.start();
		expect([recorder.state, recorder.trouble]).toEqual(['recording', undefined]);
	});

	test('two taps open one microphone', async () => {
		const { recorder } = aRecorder();
		await Promise.all([recorder.start(), recorder.start()]);
		expect(made).toHaveLength(1);
	});

	test('where nothing was heard, that is said, and nothing is kept', async () => {
		const { recorder, kept } = aRecorder();
		FakeRecorder.hears = '';
		await recorder.start();
		await recorder.stop();
		expect(kept).toEqual([]);
		expect(recorder.trouble).toBe('empty');
	});

	test('where there is no room, that is said', async () => {
		const { recorder } = aRecorder('full');
		await recorder.start();
		await recorder.stop();
		expect(recorder.trouble).toBe('full');
		expect(recorder.state).toBe('idle');
	});

	test('out of sight it ends by itself, and what was said is kept', async () => {
		const { recorder, kept } = aRecorder();
		await recorder.start();
		dispatchEvent(new Event('pagehide'));
		await vi.waitFor(() => expect(recorder.hasEnded).toBe(true));
		expect(kept).toHaveLength(1);
		expect(recorder.state).toBe('idle');
	});

	test('after five minutes it ends, and counts no further', async () => {
		const { recorder, kept } = aRecorder();
		await recorder.start();
		await vi.advanceTimersByTimeAsync(5 * 60_000 + 10);
		expect(recorder.hasEnded).toBe(true);
		expect(kept).toMatchObject([{ seconds: 300 }]);
		const shown = recorder.seconds;
		expect(shown).toBeLessThanOrEqual(300);
		await vi.advanceTimersByTimeAsync(5000);
		expect(recorder.seconds).toBe(shown);
	});

	test('cancelled, nothing is kept', async () => {
		const { recorder, kept } = aRecorder();
		await recorder.start();
		recorder.cancel();
		await vi.advanceTimersByTimeAsync(10);
		expect(recorder.state).toBe('idle');
		expect(track.stop).toHaveBeenCalled();
		expect(kept).toEqual([]);
	});

	test('left while it was asked for, the microphone closes as soon as it opens', async () => {
		const { recorder, kept } = aRecorder();
		const starting = recorder.start();
		recorder.leave();
		await starting;
		await vi.advanceTimersByTimeAsync(10);
		expect(recorder.state).toBe('idle');
		expect(track.stop).toHaveBeenCalled();
		expect(kept).toEqual([]);
	});

	test('left while words are spoken, they are kept: only the person throws them away', async () => {
		const { recorder, kept } = aRecorder();
		await recorder.start();
		recorder.leave();
		await recorder.stop();
		expect(kept).toHaveLength(1);
	});
});

describe('the voice of a note', () => {
	const given = givenServices();
	const spoken: VoiceRecording = { blob: new Blob(['sound']), type: 'audio/webm', seconds: 4 };

	function aNote(before?: Voice) {
		const now = { voice: before, kept: before };
		const note: SpokenNote = {
			id: () => 'note' as NoteId,
			voice: () => now.voice,
			set: (voice) => Promise.resolve((now.voice = voice)),
			keptVoice: () => now.kept
		};
		return { now, voice: new NoteVoice(given.services, note) };
	}

	test('is kept with its length and size, heard again, and an undo takes it off the note', async () => {
		const { now, voice } = aNote();
		expect(await voice.keep(spoken)).toBeUndefined();
		expect(now.voice).toMatchObject({ type: 'audio/webm', seconds: 4, bytes: spoken.blob.size });
		expect(given.services.status.line?.key).toBe('hope.voice.added');
		expect(await voice.load(now.voice!.id)).toBeDefined();
		await given.services.status.undo();
		expect(now.voice).toBeUndefined();
	});

	test('is let go of when the page is left and no note needs it', async () => {
		const { now, voice } = aNote();
		await voice.keep(spoken);
		const first = now.voice!.id;
		await voice.keep(spoken);
		const second = now.voice!.id;
		now.kept = now.voice;
		await voice.leave();
		expect(await voice.load(first)).toBeUndefined();
		expect(await voice.load(second)).toBeDefined();
	});

	test('taken away by the person, stays where the saved note still has it', async () => {
		const { now, voice } = aNote();
		await voice.keep(spoken);
		const { id } = now.voice!;
		now.kept = now.voice;
		await voice.remove();
		expect(given.services.status.line?.key).toBe('hope.voice.removed');
		await voice.leave();
		expect(await voice.load(id)).toBeDefined();
		now.kept = undefined;
		await voice.leave();
		expect(await voice.load(id)).toBeUndefined();
	});

	test('without room leaves the note as it is, and says so', async () => {
		const { now, voice } = aNote();
		noRoomFor('recordings');
		expect(await voice.keep(spoken)).toBe('full');
		expect(now.voice).toBeUndefined();
		expect(given.services.status.line).toBeUndefined();
	});
});

describe('reading aloud', () => {
	let ends: (() => void)[] = [];
	beforeEach(() => {
		ends = [];
		vi.stubGlobal('SpeechSynthesisUtterance', class {});
		vi.stubGlobal('speechSynthesis', {
			getVoices: () => [{ lang: 'en-CA', localService: true }],
			speak: (utterance: { onend: () => void }) => ends.push(() => utterance.onend()),
			cancel: () => ends.at(-1)?.()
		});
	});
	afterEach(() => vi.unstubAllGlobals());

	test('reads until its end', async () => {
		const reader = new Reader();
		const reading = reader.press('a', 'Hello', 'en');
		expect(reader.name).toBe('a');
		ends[0]!();
		await reading;
		expect(reader.name).toBeUndefined();
	});

	test('the same button stops it; another one goes on with its own', async () => {
		const reader = new Reader();
		const first = reader.press('a', 'Hello', 'en');
		await reader.press('a', 'Hello', 'en');
		expect(reader.name).toBeUndefined();
		await first;
		const second = reader.press('a', 'Hello', 'en');
		const third = reader.press('b', 'World', 'en');
		await second;
		// the end of what was cut off is not the end of what is read now
		expect(reader.name).toBe('b');
		ends.at(-1)!();
		await third;
		expect(reader.name).toBeUndefined();
	});

	test('with no voice on the device nothing stays pressed', async () => {
		const reader = new Reader();
		await reader.press('a', 'Bonjour', 'fr');
		expect(reader.name).toBeUndefined();
	});
});
