package vn.trian.workflow.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Scripts run nowhere, whatever language they are in. */
final class NoScripts implements ScriptEngineResolver {

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    // the engine offers its own languages at start
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw new ProcessEngineException("scripts are not allowed");
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean cached) {
    throw new ProcessEngineException("scripts are not allowed: " + language);
  }
}
