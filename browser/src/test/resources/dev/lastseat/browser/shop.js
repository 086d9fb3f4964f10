import { addPasskey, logInWithPasskey, removePasskey } from './passkeys.js';

const value = id => document.getElementById(id).value;
let passkey;

function onClick(button, act) {
  document.getElementById(button).addEventListener('click', async () => {
    const outcome = document.createElement('li');
    try {
      outcome.textContent = await act();
    } catch (failure) {
      outcome.textContent = `${failure.name}: ${failure.message}`;
    }
    document.getElementById('outcomes').append(outcome);
  });
}

onClick('add', async () => {
  passkey = await addPasskey(value('api'), value('token'), value('password'), 'My laptop');
  return `added ${passkey.name}`;
});
onClick('log-in', async () => {
  const session = await logInWithPasskey(value('api'));
  return `logged in as ${session.user.email}`;
});
onClick('remove', async () => {
  await removePasskey(value('api'), value('token'), passkey.id);
  return 'removed';
});
