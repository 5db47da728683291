package vn.trian.security;

/** Tells whether a password is right; implemented by the module that knows the engine's identity service. */
public interface PasswordCheck {

  /** False alike for a wrong password and for an unknown login. */
  boolean matches(String login, String password);
}
