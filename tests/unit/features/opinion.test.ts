import { expect, test } from 'vitest';
import { mailLink, opinionText } from '$lib/features/about/opinion-text';
import en from '../../../messages/en/about.json';
import type { Translate } from '$lib/i18n';

const t: Translate = (key, values = {}) => {
	const text = key
		.split('.')
		.slice(1)
		.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], en) as string;
	return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
};

test('the text holds what was answered, in order, and nothing else', () => {
	expect(opinionText(t, {})).toBe('');
	expect(opinionText(t, { good: '  \n', missing: '' })).toBe('');
	expect(opinionText(t, { missing: ' Larger letters. ', helped: 'partly', who: 'peer' })).toBe(
		[
			'What I thought of Envol',
			'I am a peer worker.',
			'Did it help? A little',
			'What is missing, or in the way\nLarger letters.'
		].join('\n\n')
	);
});

test('a mail has a subject, the text as it is, and nobody’s address', () => {
	const link = mailLink('Envol & me', 'One?\nTwo & 100 %');
	expect(link.startsWith('mailto:?subject=')).toBe(true);
	const params = new URLSearchParams(link.slice('mailto:?'.length));
	expect(params.get('subject')).toBe('Envol & me');
	expect(params.get('body')).toBe('One?\r\nTwo & 100 %');
});
