import 'litechat-elements/define';
import { mount } from 'svelte';
import Chat from './Chat.svelte';

const target = document.querySelector('#root');
if (target) mount(Chat, { target });
