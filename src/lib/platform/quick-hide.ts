/** The plain page that quick hide leads to: numbers to call, and nothing of Envol. `src/boot.js` knows it too. */
const plainPage = '/numbers/';
/** Set as long as this tab shows nothing else; `src/boot.js` reads it. */
const hiddenKey = 'envol.hidden';
const presses = 3;
/** Slow hands have time; words in capitals are something else. */
const betweenMs = 1200;

/** Calls back when Shift was pressed three times, with nothing in between; returns a function that ends it. */
export function onThreeShifts(act: () => void): () => void {
	let count = 0;
	let last = -Infinity;
	const pressed = ({ key, repeat, timeStamp }: KeyboardEvent) => {
		if (key !== 'Shift') count = 0;
		else if (!repeat) {
			count = timeStamp - last < betweenMs ? count + 1 : 1;
			last = timeStamp;
			if (count < presses) return;
			count = 0;
			act();
		}
	};
	const touched = () => (count = 0);
	addEventListener('keydown', pressed, { capture: true });
	addEventListener('pointerdown', touched, { capture: true });
	return () => {
		removeEventListener('keydown', pressed, { capture: true });
		removeEventListener('pointerdown', touched, { capture: true });
	};
}

/** Blank at once; then the plain page, in place of this one. What was typed is saved as the page goes. */
export function hide(go = (address: string) => location.replace(address)): void {
	document.documentElement.style.display = 'none';
	document.title = '';
	try {
		sessionStorage.setItem(hiddenKey, '1');
	} catch {
		// forbidden here: then the way back is not closed
	}
	go(plainPage);
}

const words = { en: 'Hide', fr: 'Cacher' };

/** The button, above what stands at the foot of the page; inside a dialog while one is open, since the page behind it is inert. */
function showButton(): () => void {
	const styles = document.createElement('link');
	styles.rel = 'stylesheet';
	styles.href = '/quick-hide.css';
	document.head.append(styles);
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'button quick-hide no-print';
	button.onclick = () => hide();
	const place = () => {
		const dialog = document.querySelector('dialog[open]');
		const to = dialog?.lastElementChild ?? document.body;
		if (button.parentElement !== to) to.append(button);
		button.textContent = words[document.documentElement.lang.startsWith('fr') ? 'fr' : 'en'];
	};
	const watch = new MutationObserver(place);
	watch.observe(document.documentElement, {
		subtree: true,
		attributes: true,
		attributeFilter: ['open', 'lang']
	});
	place();
	return () => {
		watch.disconnect();
		button.remove();
		styles.remove();
	};
}

/** Lets the person hide this tab, from now on; returns a function that ends it. */
export function letHide(): () => void {
	const { dataset } = document.documentElement;
	// on the plain page itself the same keys lead back
	if (location.pathname === plainPage) return onThreeShifts(() => location.assign('/#back'));
	const stopKeys = onThreeShifts(() => hide());
	dataset.hides = '';
	let removeButton: (() => void) | undefined;
	const show = () => (removeButton ??= showButton());
	if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show);
	else show();
	return () => {
		stopKeys();
		removeEventListener('DOMContentLoaded', show);
		removeButton?.();
		delete dataset.hides;
	};
}
