@echo off
rem Runs Maven for this project. Looks for it in this order: the pinned version fetched earlier
rem (%USERPROFILE%\.m2\wrapper), a mvn of version 3.8 or newer on the path, the pinned version from the archive
rem named in .mvn\wrapper\maven.properties or from the Maven repository that MVNW_REPOURL names.
setlocal EnableExtensions DisableDelayedExpansion

set "SETTINGS=%~dp0.mvn\wrapper\maven.properties"
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%SETTINGS%") do (
  if "%%a"=="version" set "MVN_VERSION=%%b"
  if "%%a"=="address" set "MVN_ADDRESS=%%b"
  if "%%a"=="zip.sha512" set "MVN_SHA512=%%b"
)
set "FOLDER=%MVN_ADDRESS%/%MVN_VERSION%/binaries"
if not "%MVNW_REPOURL%"=="" set "FOLDER=%MVNW_REPOURL%/org/apache/maven/apache-maven/%MVN_VERSION%"
set "DISTS=%USERPROFILE%\.m2\wrapper\dists"
set "PINNED=%DISTS%\apache-maven-%MVN_VERSION%\bin\mvn.cmd"

if not "%JAVA_HOME%"=="" if exist "%JAVA_HOME%\bin\javac.exe" goto node
where javac >nul 2>nul
if errorlevel 1 (
  echo mvnw: a JDK 17 or newer is needed and none was found; set JAVA_HOME. 1>&2
  exit /b 1
)

:node
echo %* | findstr /c:"frontend.skip" >nul
if not errorlevel 1 goto maven
where node >nul 2>nul && where npm >nul 2>nul
if errorlevel 1 (
  echo mvnw: Node.js 20 ^(18.17 at least^) and npm are needed for the browser side; install them, 1>&2
  echo mvnw: or build the server alone with -Dfrontend.skip=true. 1>&2
  exit /b 1
)

:maven
if exist "%PINNED%" (
  set "MVN=%PINNED%"
  goto run
)
set "MVN_FOUND="
where mvn >nul 2>nul
if errorlevel 1 goto fetch
for /f "tokens=3" %%v in ('mvn -B -v 2^>nul ^| findstr /b /c:"Apache Maven"') do set "MVN_FOUND=%%v"
powershell -NoProfile -Command "if ([version]('%MVN_FOUND%' -replace '-.*','') -ge [version]'3.8') {exit 0} else {exit 1}" >nul 2>nul
if errorlevel 1 goto fetch
set "MVN=mvn"
goto run

:fetch
echo mvnw: fetching Maven %MVN_VERSION% 1>&2
powershell -NoProfile -Command "$ErrorActionPreference='Stop'; [Net.ServicePointManager]::SecurityProtocol='Tls12'; $d='%DISTS%'; New-Item -ItemType Directory -Force $d | Out-Null; $z=Join-Path $d ('fetch-' + [guid]::NewGuid() + '.zip'); try { Invoke-WebRequest -UseBasicParsing '%FOLDER%/apache-maven-%MVN_VERSION%-bin.zip' -OutFile $z; if ((Get-FileHash -Algorithm SHA512 $z).Hash -ne '%MVN_SHA512%') { throw 'the fetched Maven does not have the expected checksum' }; Expand-Archive -Force $z $d } finally { Remove-Item -Force -ErrorAction SilentlyContinue $z }"
if errorlevel 1 (
  echo mvnw: Maven 3.8 or newer is needed and could not be fetched; put mvn on the path, 1>&2
  echo mvnw: or name a Maven repository in MVNW_REPOURL. 1>&2
  exit /b 1
)
set "MVN=%PINNED%"

:run
call "%MVN%" %*
exit /b %ERRORLEVEL%
