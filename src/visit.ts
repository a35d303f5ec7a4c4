import { mount } from 'svelte';
import VisitorBar from '$lib/features/visitor/VisitorBar.svelte';

/** The bar of a visitor session: a script of its own, which the page where one begins loads (src/early/visitor.ts). */
const show = () => mount(VisitorBar, { target: document.body, anchor: document.body.firstElementChild! });
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show);
else show();
