/** Where a page draws what it read by itself, with the rows and the words that were drawn while building. */
export interface Place {
	/** In order; the last one holds this script and its template. */
	parts: readonly Element[];
	template: DocumentFragment;
	/** Undefined where there is none of that name. */
	say: (name: string) => string | undefined;
	/** The page shows its early words from now on. */
	isShown: () => void;
}

const root = document.documentElement;

/** Of the script that is running. */
export function place(): Place {
	const template = (document.currentScript!.parentElement!.firstElementChild as HTMLTemplateElement).content;
	const lines = template.querySelector('data')!.value.split('\n');
	const words = new Map<string, string>();
	let last = '';
	for (const line of lines) {
		const [name = '', text = ''] = line.split('\t');
		// ".o1" is of the last name that was whole
		if (!name.startsWith('.')) last = name;
		words.set(name === last ? name : last + name, text);
	}
	return {
		parts: [...document.querySelectorAll('.early')],
		template,
		say: (name) => words.get(name),
		isShown: () => (root.dataset.early = '')
	};
}

/** The app is awake, and shows its own. */
export const isTooLate = (): boolean => root.dataset.ready !== undefined;

export const lang = (): 'en' | 'fr' => (root.lang.startsWith('fr') ? 'fr' : 'en');

/** A copy of a part of the template. */
export function copyOf<T extends Element>(part: T): T {
	return part.cloneNode(true) as T;
}
