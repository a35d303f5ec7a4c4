import { expect, test } from 'vitest';
import { langs, linesOf, wordsIn } from '../../support/message-files';

test.each(langs)('each short page to learn from has fewer than 250 words, %s', (lang) => {
	const topics = Object.keys(wordsIn(lang, 'learn', 'topics'));
	expect(topics).toHaveLength(12);
	const lengthOf = (topic: string) =>
		linesOf(lang, 'learn')
			.filter(({ key }) => key.startsWith(`topics.${topic}.`))
			.flatMap(({ text }) => String(text).split(/\s+/)).length;
	for (const topic of topics) {
		expect(lengthOf(topic), topic).toBeGreaterThan(60);
		expect(lengthOf(topic), topic).toBeLessThan(250);
	}
});
