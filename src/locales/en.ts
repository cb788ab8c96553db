export { default } from './en-with-bodies.js';
