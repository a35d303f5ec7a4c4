// Before the first paint: applies the look, text size and place that the person chose, from the mirror in
// localStorage. Nothing here is needed to read a page or to call for help; if anything fails, the page stays as it
// is.
(function () {
	var root = document.documentElement;
	var set = root.dataset;
	set.js = '';
	var to = location.pathname;
	// a plan in the address is removed from it at once; the page takes it from here (see platform/address.ts)
	if (/\/(TAKES_A_PLAN)\/$/.test(to) && location.hash) {
		window.envolHash = location.hash;
		history.replaceState(history.state, '', to);
	}
	// a page that the browser stores for the way back shows nothing, and after that only what may still be seen: the person
	// may have hidden this tab, or erased everything
	addEventListener('pagehide', (/** @type {any} */ { persisted }) => {
		if (persisted) root.style.visibility = 'hidden';
	});
	addEventListener('pageshow', (/** @type {any} */ { persisted }) => {
		var isOver;
		try {
			// whoever has a lock is asked again whether it is open
			isOver =
				sessionStorage['envol.hidden'] ||
				localStorage['envol.lock'] ||
				('kept' in set && !localStorage['envol.born']);
		} catch {
			// storage is blocked: nothing was hidden or erased
		}
		if (persisted && isOver) location.reload();
		else root.style.visibility = '';
	});
	try {
		// one face of letters from the first page of a session to its last: the kept one where it is there before the first paint;
		// where it once is not, the device's own until the next opening
		var session = sessionStorage;
		var face = '1em Envol Text';
		if ((session['envol.font'] ??= navigator.serviceWorker?.controller ? 1 : '')) {
			document.fonts.load(face).catch(() => {});
			requestAnimationFrame(() => {
				if (document.fonts.check(face)) set.font = '';
				else session['envol.font'] = '';
			});
		}
		// quick hide: this tab shows the plain page only, until the person comes back by its last link
		if (location.hash === '#back') delete session['envol.hidden'];
		else if (session['envol.hidden'] && to !== '/numbers/') {
			root.style.display = 'none';
			location.replace('/numbers/');
		}
		var my = JSON.parse(localStorage['envol.preferences'] || '{}');
		var [all, own, page = 'today/'] = /^\/(?:(en|fr)\/)?((?:DOORS)\/)?$/.exec(to) || [];
		var lang = own || (/^(en|fr)$/.test(my.lang) && my.lang);
		// on a hard day the app opens on just the minimum; from the home screen, that turns it on
		if (page === 'today/' && !location.hash && localStorage['envol.hard-day']) {
			page = 'hard-day/';
			own = '';
		} else if (page === 'hard-day/') page += '#stay';
		if (all && lang && !own && !/^#(choose|visitor)$/.test(location.hash))
			location.replace('/' + lang + '/' + page);
		if (localStorage['envol.born']) set.kept = '';
		if (/^(light|dark|contrast)$/.test(my.look)) set.look = my.look;
		else if (matchMedia('(prefers-contrast: more)').matches) set.look = 'contrast';
		if (/^(125|150|200)$/.test(my.textSize)) set.text = my.textSize;
		if (my.motion === 'reduced') set.motion = my.motion;
		if (/^([A-Z]{2}(-[A-Z]{2})?|WORLD)$/.test(my.region)) set.region = my.region;
		if (my.isDiscreet) document.title = 'Notes';
		// nobody else loads it: see src/unseen.ts
		var unseen = '/_app/unseen.js';
		if (my.isDiscreet || my.hidesQuickly) import(unseen).catch(() => {});
	} catch {
		// storage is blocked: the page stays as it came
	}
})();
