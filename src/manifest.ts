import type { ManifestOptions } from 'vite-plugin-pwa';

/** The web app manifest. One file serves both languages, so its words are in both. */
export const manifest: Partial<ManifestOptions> & { [key: string]: unknown } = {
	id: '/',
	name: 'Envol',
	short_name: 'Envol',
	description:
		'A recovery companion: small daily steps, and help in one tap. It stays on your device. / Un compagnon de rétablissement : de petits pas chaque jour, et de l’aide en un geste. Tout reste sur votre appareil.',
	name_localized: { fr: { value: 'Envol', lang: 'fr-CA' } },
	description_localized: {
		fr: {
			value:
				'Un compagnon de rétablissement : de petits pas chaque jour, et de l’aide en un geste. Tout reste sur votre appareil.',
			lang: 'fr-CA'
		}
	},
	start_url: '/',
	scope: '/',
	display: 'standalone',
	orientation: 'any',
	theme_color: '#F2F6F4',
	background_color: '#F2F6F4',
	lang: 'en-CA',
	dir: 'ltr',
	categories: ['health', 'lifestyle'],
	prefer_related_applications: false,
	icons: [
		{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
		{ src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
		{ src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
		{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }
	],
	// a tap on a copy opens it, where the browser can; the page goes on to the person's own language
	file_handlers: [{ action: '/en/copy/back/?outside', accept: { 'application/x-envol': ['.envol'] } }],
	// the worker takes it in: see src/sw.ts
	share_target: {
		action: '/copy/shared',
		method: 'POST',
		enctype: 'multipart/form-data',
		params: {
			files: [
				{
					name: 'copy',
					accept: ['.envol', 'application/x-envol', 'application/octet-stream', 'application/json', '.json']
				},
				// becomes a note begun
				{ name: 'photo', accept: ['image/*'] }
			]
		}
	},
	shortcuts: [
		{
			name: 'Help now · Aide maintenant',
			short_name: 'Help · Aide',
			url: '/help/',
			icons: [{ src: '/icons/shortcut-help-192.png', sizes: '192x192', type: 'image/png' }]
		},
		{
			name: 'Today · Aujourd’hui',
			short_name: 'Today',
			url: '/today/',
			icons: [{ src: '/icons/shortcut-today-192.png', sizes: '192x192', type: 'image/png' }]
		},
		{
			name: 'Hard day: just the minimum · Journée difficile : juste le minimum',
			short_name: 'Minimum',
			url: '/hard-day/',
			icons: [{ src: '/icons/shortcut-minimum-192.png', sizes: '192x192', type: 'image/png' }]
		}
	],
	screenshots: [
		{
			src: '/screenshots/today-en.png',
			sizes: '720x1480',
			type: 'image/png',
			form_factor: 'narrow',
			label: 'Today: a short list of small steps'
		},
		{
			src: '/screenshots/help-fr.png',
			sizes: '720x1480',
			type: 'image/png',
			form_factor: 'narrow',
			label: 'Aide : une personne au bout du fil en un geste'
		},
		{
			src: '/screenshots/today-wide-en.png',
			sizes: '1280x800',
			type: 'image/png',
			form_factor: 'wide',
			label: 'Today on a computer'
		}
	]
};
