/** One thing that a panel asks for, with its message. */
export function Field({id, label, message, required, children}) {
  return (
    <div class={`ta-field${message ? ' ta-invalid' : ''}`}>
      <label for={id}>
        {label}
        {required && <span class="ta-required"> *</span>}
      </label>
      {children}
      <p class="ta-error" id={`${id}-message`} aria-live="polite">
        {message ?? ''}
      </p>
    </div>
  );
}
