import type { OpenedCode } from '$lib/app/sheet-code';
import { wholeOf, withCode, type Gathered } from '$lib/codec/code-row';
import type { BroughtVisit } from '$lib/domain/brought-visit';
import type { Lang } from '$lib/domain/language';
import type { Prescription } from '$lib/domain/prescription';
import type { Said } from '$lib/domain/said';
import type { SharedDie } from '$lib/domain/shared-die';
import type { MessageKey } from '$lib/i18n';
import { today } from '$lib/platform/clock';
import { afterPaint } from '$lib/platform/after-paint';

const troubleWith: Record<Exclude<OpenedCode['kind'], 'prescription'>, MessageKey> = {
	die: 'receive.trouble.die',
	visit: 'receive.trouble.visit',
	part: 'receive.trouble.visit',
	none: 'receive.trouble.damaged',
	damaged: 'receive.trouble.damaged',
	newer: 'receive.trouble.newer'
};

/** Reads a code from a link, a photo, the camera or typing, and explains kindly when it cannot. Stores nothing. */
export class CodeReader {
	#lang: () => Lang;
	#onOpened: (prescription: Prescription, isTyped: boolean, said?: Said) => void;
	/** Set where a die can be accepted. */
	#onDie: ((die: SharedDie) => void) | undefined;
	/** Set where a page for a visit can be opened. */
	#onVisit: ((visit: BroughtVisit) => void) | undefined;
	/** The codes of one page that were read so far. */
	#gathered = $state.raw<Gathered>();
	trouble = $state.raw<MessageKey>();
	isLooking = $state(false);

	constructor(
		lang: () => Lang,
		onOpened: (prescription: Prescription, isTyped: boolean, said?: Said) => void,
		onDie?: (die: SharedDie) => void,
		onVisit?: (visit: BroughtVisit) => void
	) {
		this.#lang = lang;
		this.#onOpened = onOpened;
		this.#onDie = onDie;
		this.#onVisit = onVisit;
	}

	/** How many codes of a page that came in several were read, and how many there are. */
	get parts(): { done: number; count: number } | undefined {
		return this.#gathered && { done: this.#gathered.parts.size, count: this.#gathered.count };
	}

	/**
	 * Reads a link, the text after its `#`, or a typed code; of a page that came in several codes, one or more of their
	 * links. Resolves to true when it opened.
	 */
	read = async (text: string): Promise<boolean> => {
		this.trouble = undefined;
		const { openCode } = await import('$lib/app/sheet-code');
		const links = text.split(/(?=https?:\/\/)/i).filter((link) => link.includes('#'));
		if (this.#onVisit && links.length > 1) {
			const all = await Promise.all(links.map((link) => openCode(link, this.#lang(), today())));
			if (all.some(({ kind }) => kind === 'part')) {
				let isOpen = false;
				for (const one of all) if (one.kind === 'part') isOpen = (await this.#take(one)) || isOpen;
				return isOpen;
			}
		}
		return this.#take(await openCode(text, this.#lang(), today()));
	};

	#take = async (opened: OpenedCode): Promise<boolean> => {
		if (opened.kind === 'part' && this.#onVisit) {
			this.#gathered = withCode(this.#gathered, opened.part);
			if (this.#gathered.parts.size < this.#gathered.count) return false;
			const whole = wholeOf(this.#gathered);
			this.#gathered = undefined;
			const { openWhole } = await import('$lib/app/sheet-code');
			return this.#take(whole ? await openWhole(whole) : { kind: 'damaged' });
		}
		if (opened.kind === 'prescription')
			this.#onOpened(opened.prescription, opened.isTyped === true, opened.said);
		else if (opened.kind === 'die' && this.#onDie) this.#onDie(opened.die);
		else if (opened.kind === 'visit' && this.#onVisit) this.#onVisit(opened.visit);
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
