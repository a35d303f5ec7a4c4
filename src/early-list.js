// The early list: shows the day's list before the app is asked for, from what src/lib/domain/early-list.ts kept, in rows
// that Svelte drew while building (the template before this script). Whatever does not fit shows nothing: the app comes.
// Taps wait in a queue until the app tells storage of them; see src/lib/platform/early-list.ts.
(function () {
	/** @typedef {import('./lib/domain/early-list').EarlyRow} Row */
	const root = document.documentElement;
	/** @type {any} */
	const place = document.currentScript?.parentElement;
	/** @type {import('./lib/platform/early-list').EarlyPage} */
	const early = (window.envolEarly = { taps: [], isHeld: false });
	root.dataset.answers = '';

	// the first choice of a first visit
	document.addEventListener('click', ({ target }) => {
		const chosen = /** @type {any} */ (target).closest?.('[data-start]');
		if (!chosen || root.dataset.ready || early.start) return;
		early.start = chosen.dataset.start;
		root.dataset.starting = '';
	});

	/** Any element: each part looked for is in what Svelte drew. @param {any} part @param {string} what @returns {any} */
	const find = (part, what) => part.querySelector(what);
	const listKey = 'envol.early-list';
	const tapsKey = 'envol.early-taps';
	/** @param {string} key @param {string} none */
	const read = (key, none) => JSON.parse(localStorage.getItem(key) ?? none);

	try {
		/** @type {Partial<import('./lib/domain/early-list').EarlyList>} */
		const kept = read(listKey, '{}');
		const now = new Date();
		const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
		const today = /** @type {any} */ (
			`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
		);
		/** @type {import('./lib/domain/early-list').EarlyDay | undefined} */
		const day = /** @type {any} */ (kept.days)?.[today];
		const isElse = kept.lang !== root.lang.slice(0, 2) || localStorage.getItem('envol.hard-day');
		if (!day || isElse) return;

		const section = find(place.firstElementChild.content, 'section');
		/** In the order of EarlyRows.svelte. */
		const [picture, plain, counter, full] = section.querySelectorAll('li');
		/** @type {Record<string, number>} */
		const done = { ...day.done };
		for (const tap of read(tapsKey, '[]')) if (tap.day === today) done[tap.step] = tap.to;

		/** A row as it is after the taps so far. @param {Row} step */
		const rowOf = (step) => {
			const times = done[step.step] ?? 0;
			const isOnce = step.times === 1;
			const row = (isOnce ? picture : times < step.times ? counter : full).cloneNode(true);
			const control = find(row, isOnce ? 'input' : 'button');
			control.id = `do-${step.step}`;
			const drawing = find(row, 'svg');
			if (step.icon) find(drawing, 'use').setAttribute('href', `/pictograms.svg#${step.icon}`);
			else drawing.replaceWith(find(plain, 'svg').cloneNode(true));
			find(row, '.title').textContent = step.title;
			const words = step.details[isOnce ? 0 : times];
			if (words) find(row, '.detail').textContent = words;
			else find(row, '.detail').remove();
			if (!step.isQuoted) find(row, 'p').remove();
			if (isOnce) {
				control.checked = times > 0;
				control.onchange = () => tap(step, control.checked ? 1 : 0);
				return row;
			}
			const [empty, filled] = [counter, full].map((each) => find(each, '.mark'));
			find(row, '.marks').replaceChildren(
				...Array.from({ length: step.times }, (_, index) => (index < times ? filled : empty).cloneNode(true))
			);
			const less = find(full, '.less').cloneNode(true);
			find(row, '.less')?.remove();
			if (times > 0) control.after(less);
			find(less, 'span').textContent = `, ${step.title}`;
			control.onclick = () => times < step.times && tap(step, times + 1);
			less.onclick = () => tap(step, times - 1);
			return row;
		};
		/** Draws a counter again; the button itself stays, and with it the focus. @param {Row} step */
		const redraw = (step) => {
			const row = rowOf(step);
			const button = /** @type {any} */ (document.getElementById(`do-${step.step}`));
			const fresh = row.firstElementChild;
			button.replaceChildren(...fresh.childNodes);
			button.setAttribute('aria-disabled', fresh.getAttribute('aria-disabled'));
			button.onclick = fresh.onclick;
			fresh.remove();
			while (button.nextSibling) button.nextSibling.remove();
			button.after(...row.childNodes);
			// "Undo one" went with the last of them
			if (document.activeElement === document.body) button.focus();
		};
		let last = 0;
		/** @param {Row} step @param {number} to */
		const tap = (step, to) => {
			last = Math.max(Date.now(), last + 1);
			const made = {
				day: today,
				step: step.step,
				times: step.times,
				from: done[step.step] ?? 0,
				to,
				at: last
			};
			done[step.step] = to;
			if (step.times > 1) redraw(step);
			early.taps.push(made);
			try {
				// kept at once: the page may be left before the app is awake
				localStorage.setItem(tapsKey, JSON.stringify([...read(tapsKey, '[]'), made]));
			} catch {
				// no room: this page still has it
			}
			early.heard?.();
		};

		const rows = /** @type {Row[]} */ (kept.rows);
		place.append(
			...day.groups.map((group) => {
				const part = section.cloneNode(true);
				find(part, 'h2').textContent = group.heading;
				find(part, 'ul').replaceChildren(
					...group.rows.map((number) => rowOf(/** @type {Row} */ (rows[number])))
				);
				return part;
			})
		);
		find(document, '#whole .date').textContent = day.words;
		/** @param {Event} event */
		const hold = ({ type }) => {
			early.isHeld = type === 'pointerdown';
			// the click of this tap comes first
			if (!early.isHeld) setTimeout(() => early.heard?.());
		};
		place.addEventListener('pointerdown', hold);
		for (const over of ['pointerup', 'pointercancel']) addEventListener(over, hold, true);
		root.dataset.early = root.dataset.kept = '';
	} catch {
		// storage is blocked, or says something else: the list comes with the app
		for (const part of place.querySelectorAll('section')) part.remove();
	}
})();
