export * from './index.js';
import './define/all.js';
