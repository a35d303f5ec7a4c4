export { load } from '$page-words';
