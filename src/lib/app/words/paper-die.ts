import { drawingOfPictogram } from '$lib/content/drawings';
import { formPictograms } from '$lib/content/pictograms';
import { faceCount } from '$lib/domain/die';
import { localeOf, type Lang } from '$lib/domain/language';
import type { PaperDie, PaperFace, Said } from '$lib/domain/paper-die';
import type { SharedFace } from '$lib/domain/shared-die';
import { loadMessages, type Translate } from '$lib/i18n';
import { activityPictogram, activityTitle, cautionOf, loadActivities } from './step-words';

/** Loads the texts of a paper die. */
export async function loadPaperDie(langs: readonly Lang[]): Promise<void> {
	await Promise.all([loadActivities(...langs), ...langs.map((lang) => loadMessages(lang, ['dice']))]);
}

function title(t: Translate, face: SharedFace): string {
	switch (face.kind) {
		case 'rest':
			return t('dice.rest.title');
		case 'activity':
			return activityTitle(t, face.id);
		case 'own':
			return face.isQuoted ? t('dice.from.quoted', { words: face.words }) : face.words;
		case 'unknown':
			return '';
	}
}

function pictureOf(face: SharedFace): Pick<PaperFace, 'pictogram' | 'drawing'> {
	if (face.kind === 'unknown') return {};
	const pictogram =
		face.kind === 'rest'
			? 'armchair'
			: face.kind === 'own'
				? formPictograms[face.form]
				: activityPictogram(face.id);
	return { pictogram, drawing: drawingOfPictogram[pictogram] };
}

/** Whether a face is about turning inward. The first letters of a catalogue id give its form. */
function isInward(face: SharedFace): boolean {
	if (face.kind === 'own') return face.form === 'mindfulness';
	return face.kind === 'activity' && face.id.startsWith('min-');
}

/** A die of up to six faces in words, in each language; missing faces stay blank for a pen. */
export function dieOnPaper(
	tIn: (lang: Lang) => Translate,
	langs: readonly Lang[],
	faces: readonly SharedFace[]
): PaperDie {
	/** Text that is the same in both languages, own words above all, appears once. */
	const said = (say: (t: Translate) => string): Said => {
		const all = langs.map((lang) => ({ locale: localeOf[lang], text: say(tIn(lang)) }));
		return all.filter(({ text }, i) => text !== '' && all.findIndex((other) => other.text === text) === i);
	};
	const cautions = [
		// a blank die needs no caution, and no more texts
		...(faces.length > 0 ? [said((t) => t('activities.generalCaution'))] : []),
		...(faces.some(isInward) ? [said((t) => t('activities.mindfulnessCaution'))] : []),
		...faces.map((face) => said((t) => (face.kind === 'activity' && cautionOf(t, face.id)) || ''))
	];
	return {
		faces: Array.from({ length: faceCount }, (_, i): PaperFace => {
			const face = faces[i];
			return face ? { ...pictureOf(face), said: said((t) => title(t, face)) } : { said: [] };
		}),
		title: said((t) => t('dice.paper.title')),
		steps: (['one', 'two', 'three', 'four'] as const).map((step) => said((t) => t(`dice.paper.${step}`))),
		card: said((t) => t('dice.paper.card')),
		chance: said((t) => t('dice.chance')),
		net: langs[0] ? tIn(langs[0])('dice.paper.net') : '',
		cautions: cautions.filter(
			(caution, i) =>
				caution.length > 0 && cautions.findIndex((other) => other[0]?.text === caution[0]?.text) === i
		)
	};
}
