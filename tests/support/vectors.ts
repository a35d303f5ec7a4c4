import { catalogueNumbers } from '$lib/content/catalogue-numbers';
import type { Line, Mention, Prescription } from '$lib/domain/prescription';

/** A line as any program can read it: identified by its catalogue number, or own words alone. */
type PlainLine = Omit<Line, 'item' | 'activity' | 'unknown'> & { code?: number };
type PlainMention = { code: number } | { words: string };

export interface PlainPrescription extends Omit<Prescription, 'lines' | 'ideas' | 'signs'> {
	lines: PlainLine[];
	ideas: Record<keyof Prescription['ideas'], PlainMention[]>;
	signs: PlainMention[];
}

function plainMention({ id, words, unknown }: Mention): PlainMention {
	const code = id === undefined ? unknown : catalogueNumbers.numberOf(id);
	return code === undefined ? { words: words! } : { code };
}

function mentionFrom(mention: PlainMention): Mention {
	if ('words' in mention) return { words: mention.words };
	const found = catalogueNumbers.find(mention.code);
	return found ? { id: found.id } : { unknown: mention.code };
}

/** With catalogue numbers in place of our own ids. */
export function toPlain(prescription: Prescription): PlainPrescription {
	return {
		...prescription,
		lines: prescription.lines.map(({ item, activity, unknown, ...line }) => {
			const id = item ?? activity;
			const code = id === undefined ? unknown : catalogueNumbers.numberOf(id);
			return code === undefined ? line : { code, ...line };
		}),
		ideas: {
			physical: prescription.ideas.physical.map(plainMention),
			social: prescription.ideas.social.map(plainMention),
			mental: prescription.ideas.mental.map(plainMention)
		},
		signs: prescription.signs.map(plainMention)
	};
}

export function fromPlain(plain: PlainPrescription): Prescription {
	return {
		...plain,
		lines: plain.lines.map(({ code, ...line }): Line => {
			if (code === undefined) return line;
			const found = catalogueNumbers.find(code);
			if (!found) return { ...line, unknown: code };
			return found.kind === 'item' ? { ...line, item: found.id } : { ...line, activity: found.id };
		}),
		ideas: {
			physical: plain.ideas.physical.map(mentionFrom),
			social: plain.ideas.social.map(mentionFrom),
			mental: plain.ideas.mental.map(mentionFrom)
		},
		signs: plain.signs.map(mentionFrom)
	};
}
