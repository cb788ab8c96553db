import { connectCodeTabs } from './code-tabs.js';
import { connectCopyButtons } from './copy-buttons.js';

connectCodeTabs();
connectCopyButtons();
