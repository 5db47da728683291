package vn.trian.security;

/** Knows the passwords of officers; implemented by the module that knows the engine's identity service. */
public interface PasswordCheck {

  /** False alike for a wrong password and for an unknown login, after the same time. */
  boolean matches(String login, String password);

  /** Whether the account still is; told at most 30 seconds late. */
  boolean isOpen(String login);
}
