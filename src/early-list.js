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
	const tapsKey = 'envol.early-taps';
	/** @param {string} tag @param {Readonly<Record<string, string>>} attributes */
	const svg = (tag, attributes) => {
		const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
		for (const name in attributes) made.setAttribute(name, /** @type {string} */ (attributes[name]));
		return made;
	};
	/** @param {string} key @param {string} none */
	const read = (key, none) => JSON.parse(localStorage.getItem(key) ?? none);

	/** @param {Partial<import('./lib/domain/early-list').EarlyList> & { taps?: unknown[] }} kept */
	const draw = (kept) => {
		try {
			// under a lock: of a page that was left before the app was awake
			early.taps.push(...(kept.taps ?? []));
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
			for (const tap of [...read(tapsKey, '[]'), .../** @type {any[]} */ (early.taps)])
				if (tap.day === today) done[tap.step] = tap.to;

			/** Where the drawing of this name is: it came with the list, or lies in the file. @param {string} name */
			const drawingAt = (name) => {
				const id = `drawn-${name}`;
				const shapes = kept.drawings?.[name];
				if (!shapes) return `/pictograms.svg#${name}`;
				if (!document.getElementById(id)) {
					const drawing = svg('symbol', { id, viewBox: '0 0 24 24' });
					drawing.append(...shapes.map(([tag, attributes]) => svg(tag, attributes)));
					find(document, '.drawings').append(drawing);
				}
				return `#${id}`;
			};
			/** A row as it is after the taps so far. @param {Row} step */
			const rowOf = (step) => {
				const times = done[step.step] ?? 0;
				const isOnce = step.times === 1;
				const row = (isOnce ? picture : times < step.times ? counter : full).cloneNode(true);
				const control = find(row, isOnce ? 'input' : 'button.tick');
				const id = (control.id = `do-${step.step}`);
				const said = (find(row, '.words').id = `of-${step.step}`);
				control.setAttribute('aria-labelledby', isOnce ? said : `${said} ${id}`);
				find(row, '.step').onclick = () => {
					early.asked = step.step;
					early.heard?.();
				};
				if (step.icon) find(row, 'use').setAttribute('href', drawingAt(step.icon));
				else find(row, 'svg').replaceWith(find(plain, 'svg').cloneNode(true));
				// the colour of its habit
				find(row, 'svg').classList.replace('of-wake', `of-${step.habit}`);
				find(row, '.title').textContent = step.title;
				find(row, '.detail').textContent = step.details[isOnce ? 0 : times];
				if (!step.isQuoted) find(row, 'p').remove();
				if (isOnce) {
					find(row, '.undo').htmlFor = id;
					control.checked = times > 0;
					control.onchange = () => tap(step, control.checked ? 1 : 0);
					return row;
				}
				const [empty, filled] = [counter, full].map((each) => find(each, '.mark'));
				find(row, '.marks').replaceChildren(
					...Array.from({ length: step.times }, (_, index) =>
						(index < times ? filled : empty).cloneNode(true)
					)
				);
				const less = find(full, '.less').cloneNode(true);
				find(row, '.less')?.remove();
				if (times > 0) row.firstElementChild.after(less);
				find(less, 'span').textContent = `, ${step.title}`;
				control.onclick = () => times < step.times && tap(step, times + 1);
				less.onclick = () => tap(step, times - 1);
				return row;
			};
			/** Draws a counter again; what has the focus keeps it. @param {Row} step */
			const redraw = (step) => {
				const held = document.activeElement?.className;
				const old = /** @type {any} */ (document.getElementById(`do-${step.step}`)).closest('li');
				const row = rowOf(step);
				old.replaceWith(row);
				// "Undo one" went with the last of them
				if (held && document.activeElement === document.body)
					(find(row, `[class='${held}']`) ?? find(row, '.tick')).focus();
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
					// kept at once: the page may be left before the app is awake; under a lock in memory alone
					if (localStorage.getItem('envol.lock'))
						navigator.serviceWorker.controller?.postMessage({
							type: 'EARLY_KEEP',
							list: { ...kept, taps: early.taps }
						});
					else localStorage.setItem(tapsKey, JSON.stringify([...read(tapsKey, '[]'), made]));
				} catch {
					// no room, or no worker: this page still has it
				}
				early.heard?.();
			};

			const rows = /** @type {Row[]} */ (kept.rows);
			// as `arranged` in src/lib/domain/day-list.ts
			const hour = now.getHours();
			const at = hour < 4 || hour > 20 ? 3 : hour < 11 ? 0 : hour < 17 ? 1 : 2;
			const turn = (/** @type {Row} */ { moment }) =>
				moment === 4 ? 1 : moment === at ? 0 : moment < at ? 2 : moment + 3;
			const all = day.rows
				.map((number) => /** @type {Row} */ (rows[number]))
				.sort((a, b) => turn(a) - turn(b));
			const first = all.findIndex((step, index) => index > 4 && turn(step) > 2);
			const part = section.cloneNode(true);
			const [list, later] = part.querySelectorAll('ul');
			list.replaceChildren(...all.slice(0, first < 0 ? 99 : first).map(rowOf));
			if (first < 0) find(part, 'details').remove();
			else later.replaceChildren(...all.slice(first).map(rowOf));
			place.append(part);
			// as `greetingAt` in src/lib/domain/greeting.ts
			const { from, to } = read('envol.preferences', '{}').night ?? { from: 1380, to: 300 };
			const minute = hour * 60 + now.getMinutes();
			const isNight = from > to ? minute >= from || minute < to : minute >= from && minute < to;
			find(document, '#whole').dataset.sky = isNight
				? 'night'
				: hour < 5 || hour > 17
					? 'evening'
					: hour < 12
						? 'morning'
						: 'afternoon';
			find(document, '#whole .date').textContent = day.words;
			/** @param {Event} event */
			const hold = ({ type }) => {
				early.isHeld = type === 'pointerdown';
				// the app hears of a finger at once; when it is lifted, the click of this tap comes first
				if (early.isHeld) early.heard?.();
				else setTimeout(() => early.heard?.());
			};
			place.addEventListener('pointerdown', hold);
			for (const over of ['pointerup', 'pointercancel']) addEventListener(over, hold, true);
			root.dataset.early = root.dataset.kept = '';
			early.heard?.();
		} catch {
			// storage is blocked, or says something else: the list comes with the app
			for (const part of place.querySelectorAll('section')) part.remove();
		}
	};
	// once the app is awake, its own list comes; until that is there, it waits for this one
	void window.envolEarlyList?.then((kept) => (root.dataset.ready && !early.heard) || draw(kept));
})();
