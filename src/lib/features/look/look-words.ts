import type { Answer, AnsweredForm, Area, Letter, Statement, WordField } from '$lib/domain/self-look';
import { tagOf, type Lang } from '$lib/domain/language';
import type { MessageKey, Translate } from '$lib/i18n';

/** Every part of both forms has these in its messages: a unit test says so. */
type PartWord = 'title' | 'about' | 'example' | 'helps' | Letter;

export const partWords = (t: Translate, form: AnsweredForm, area: Area, which: PartWord): string =>
	t(`practice.${form}.areas.${area}.${which}` as MessageKey);

export function statementWords(t: Translate, form: AnsweredForm, statement: Statement): string {
	const [area, letter] = statement.split('.') as [Area, Letter];
	return partWords(t, form, area, letter);
}

/** What is written beside the answers is called the same in each part of a form. */
export const fieldWords = (t: Translate, form: AnsweredForm, field: WordField): string =>
	t(`practice.${form}.${field.split('.')[1]}` as MessageKey);

export const answerWords = (t: Translate, answer: Answer): string => t(`practice.answers.${answer}`);

/** The page of Envol that helps at once with each part. */
export const helpsAt: Record<Area, string> = {
	treatment: 'plan/visit/',
	least: 'plan/visit/',
	habits: 'prescribe/',
	activation: 'dice/paper/',
	collaboration: 'plan/agreements/',
	family: 'close/',
	meaning: 'learn/#thep',
	language: 'clinic/#poster',
	personal: 'learn/#rights',
	community: 'close/',
	diverse: 'prescribe/',
	nations: 'help/',
	changing: 'peer/#role',
	alone: 'peer/',
	supervisor: 'peer/',
	team: 'peer/'
};

/** With one decimal at most. */
export function numberInWords(lang: Lang, value: number): string {
	return new Intl.NumberFormat(tagOf(lang), { maximumFractionDigits: 1 }).format(value);
}
