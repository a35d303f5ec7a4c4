import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { surviveTranslation, unwrap } from '$lib/platform/translated';
import { watchForTranslator } from '$lib/platform/translator';

/** Each way a translator is known to put its own text in the place of ours. */
const ways = {
	'puts its own beside, and takes ours out': (text: Text, element: Element) => {
		text.parentNode!.insertBefore(element, text);
		text.remove();
	},
	'replaces ours': (text: Text, element: Element) => text.replaceWith(element),
	'keeps ours inside its own': (text: Text, element: Element) => {
		text.replaceWith(element);
		text.data = text.data.toUpperCase();
		element.firstElementChild!.replaceChildren(text);
	}
};

function translation(of: Text): Element {
	const outer = document.createElement('font');
	outer.append(document.createElement('font'));
	outer.firstElementChild!.textContent = of.data.toUpperCase();
	return outer;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe.each(Object.entries(ways))('a translator that %s', (_, put) => {
	let root: HTMLElement, text: Text, said: () => string;
	const inItsWords = (words: string) => words.toUpperCase();
	/** What we had said: of a text that it changed, nobody knows any more. */
	const asBefore = put === ways['keeps ours inside its own'] ? 'BEFORE' : 'before';

	beforeEach(async () => {
		document.body.innerHTML = '<section><p>before<b>bold</b></p></section>';
		root = document.body.firstElementChild as HTMLElement;
		text = root.querySelector('p')!.firstChild as Text;
		said = () => root.textContent;
		surviveTranslation(root);
		put(text, translation(text));
		await settled();
	});

	it('is left to its words as long as we say the same', () => {
		expect(said()).toBe(`${inItsWords('before')}bold`);
		expect(text.parentNode).toBe(root.querySelector('p'));
	});

	it('gives way to what the page says later, again and again', async () => {
		for (const word of ['after', 'later']) {
			text.nodeValue = word;
			await settled();
			expect(said()).toBe(`${word}bold`);
			put(text, translation(text));
			await settled();
			expect(said()).toBe(`${inItsWords(word)}bold`);
		}
	});

	it('leaves nothing behind when the page takes the text away', async () => {
		text.remove();
		await settled();
		expect(said()).toBe('bold');
	});

	it('goes along when the page moves the text', async () => {
		root.append(text);
		await settled();
		expect(said()).toBe(`bold${inItsWords('before')}`);
	});

	it.each(['our own text', 'a text like ours'])('can put back %s', async (which) => {
		const back = which === 'our own text' ? text : document.createTextNode(asBefore);
		root.querySelector('font')!.replaceWith(back);
		await settled();
		expect(said()).toBe(`${asBefore}bold`);
		text.nodeValue = 'after';
		await settled();
		expect(said()).toBe('afterbold');
	});

	it('stands in nobody’s way where it does nothing', async () => {
		const other = document.createTextNode('new');
		root.append(other);
		other.remove();
		root.querySelector('b')!.remove();
		await settled();
		expect(said()).toBe(inItsWords('before'));
	});
});

it('a page that was translated before it woke is plain text again', () => {
	document.body.innerHTML = '<p>a <font><font>B</font></font> c</p><font>d</font>';
	unwrap(document.body);
	expect(document.body.innerHTML).toBe('<p>a B c</p>d');
	expect(document.querySelector('p')!.childNodes).toHaveLength(1);
});

it('what keeps a page true comes once a translator is at work, and misses nothing', async () => {
	document.body.innerHTML = '<p>one</p><p>two</p>';
	const [one, two] = [...document.querySelectorAll('p')].map((p) => p.firstChild as Text);
	await watchForTranslator();
	one!.replaceWith(translation(one!));
	two!.replaceWith(translation(two!));
	await Promise.resolve();
	// the app goes on before the rest has come
	two!.nodeValue = 'three';
	await vi.waitFor(() => expect(document.body.textContent).toBe('ONEthree'));
	one!.nodeValue = 'four';
	await vi.waitFor(() => expect(document.body.textContent).toBe('fourthree'));
	onTestFinished(() => document.body.replaceChildren());
});
