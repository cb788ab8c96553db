import 'litechat-elements/define';
import { createRoot } from 'react-dom/client';
import { Chat } from './chat.js';

createRoot(document.querySelector('#root')!).render(<Chat />);
