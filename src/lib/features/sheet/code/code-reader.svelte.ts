import type { OpenedCode } from '$lib/app/sheet-code';
import type { Lang } from '$lib/domain/language';
import type { Prescription } from '$lib/domain/prescription';
import type { SharedDie } from '$lib/domain/shared-die';
import type { MessageKey } from '$lib/i18n';
import { today } from '$lib/platform/clock';
import { afterPaint } from '$lib/platform/after-paint';

const troubleWith: Record<Exclude<OpenedCode['kind'], 'prescription'>, MessageKey> = {
	die: 'receive.trouble.die',
	none: 'receive.trouble.damaged',
	damaged: 'receive.trouble.damaged',
	newer: 'receive.trouble.newer'
};

/** Reads a code from a link, a photo, the camera or typing, and explains kindly when it cannot. Stores nothing. */
export class CodeReader {
	#lang: () => Lang;
	#onOpened: (prescription: Prescription, isTyped: boolean) => void;
	/** Set where a die can be accepted. */
	#onDie: ((die: SharedDie) => void) | undefined;
	trouble = $state.raw<MessageKey>();
	isLooking = $state(false);

	constructor(
		lang: () => Lang,
		onOpened: (prescription: Prescription, isTyped: boolean) => void,
		onDie?: (die: SharedDie) => void
	) {
		this.#lang = lang;
		this.#onOpened = onOpened;
		this.#onDie = onDie;
	}

	/** Reads a link, the text after its `#`, or a typed code. Resolves to true when it opened. */
	read = async (text: string): Promise<boolean> => {
		this.trouble = undefined;
		const { openCode } = await import('$lib/app/sheet-code');
		const opened = await openCode(text, this.#lang(), today());
		if (opened.kind === 'prescription') this.#onOpened(opened.prescription, opened.isTyped === true);
		else if (opened.kind === 'die' && this.#onDie) this.#onDie(opened.die);
		else this.trouble = troubleWith[opened.kind];
		return this.trouble === undefined;
	};

	readPhoto = async (file: Blob): Promise<void> => {
		this.trouble = undefined;
		this.isLooking = true;
		try {
			await afterPaint();
			const [{ pictureIn }, { readCodeIn }] = await Promise.all([
				import('$lib/platform/photo'),
				import('$lib/platform/qr')
			]);
			const picture = await pictureIn(file);
			const text = picture && (await readCodeIn(picture));
			picture?.close();
			if (text !== undefined) await this.read(text);
			else this.trouble = picture ? 'receive.trouble.noCode' : 'receive.trouble.photo';
		} finally {
			this.isLooking = false;
		}
	};

	/** The camera did not start. */
	noCamera = (): void => {
		this.trouble = 'receive.camera.denied';
	};
}
