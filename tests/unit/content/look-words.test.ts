import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { areasOf, letters, wordFields } from '$lib/domain/self-look';

type Texts = { areas: Record<string, Record<string, string>> } & Record<string, unknown>;

test.each(['practice', 'services'] as const)(
	'each part of %s has all its words, in both languages',
	(form) => {
		for (const lang of ['en', 'fr']) {
			const texts = (
				JSON.parse(readFileSync(`messages/${lang}/practice.json`, 'utf8')) as Record<string, Texts>
			)[form]!;
			expect(Object.keys(texts.areas)).toEqual([...areasOf(form)]);
			for (const part of Object.values(texts.areas))
				expect(Object.keys(part)).toEqual(['title', 'about', ...letters, 'example', 'helps']);
			for (const field of wordFields[form]) expect(texts[field], field).toBeTypeOf('string');
		}
	}
);

test('each place has its questions, in both languages', () => {
	for (const lang of ['en', 'fr']) {
		const { questions: texts } = JSON.parse(readFileSync(`messages/${lang}/practice.json`, 'utf8')) as { questions: Record<string, Record<string, string>> }; // prettier-ignore
		for (const asker of areasOf('questions'))
			expect(Object.keys(texts[asker]!)).toEqual(['title', ...wordFields.questions]);
	}
});
