@echo off
rem The course's launcher for Windows: finds a JDK 25, builds what is stale, and hands over.
rem What it does, and in which order, is told in the file "course" beside it.
setlocal EnableExtensions EnableDelayedExpansion
chcp 65001 >nul

set "course=%~dp0"
set "course=%course:~0,-1%"
set "lab=%course%\lab\target\lab.jar"
set "stamp=%course%\target\built"
set "command=%~1"
if "%command%"=="" set "command=help"

rem All arguments but the first.
set "arguments="
set "rest=%*"
if not "%rest%"=="" for /f "tokens=1,*" %%a in ("%*") do set "arguments=%%b"

if "%command%"=="help" goto map
if "%command%"=="--help" goto map
if "%command%"=="run" goto run
if "%command%"=="check" goto lab
if "%command%"=="claims" goto lab
if "%command%"=="compare" goto lab
if "%command%"=="report" goto lab
if "%command%"=="jmh" goto lab
if "%command%"=="readme" goto lab
if "%command%"=="speed" goto lab
if "%command%"=="test" goto test
if "%command%"=="format" goto format
call :fail "there is no command '%command%'; there are: run, check, claims, compare, report, speed, jmh, readme, test, format, help"
exit /b 2

:map
type "%course%\lab\src\main\resources\eventloop\lab\cli\map.txt"
exit /b 0

:run
set "number=%~2"
if "%number%"=="" (
    call :fail "which step? course run N, with N from 1 to 7"
    exit /b 2
)
set "step="
for /d %%d in ("%course%\step0%number%-*") do set "step=%%~nxd"
if "%step%"=="" (
    call :fail "there is no step '%number%'; there are 1 to 7"
    exit /b 2
)
call :find_java || exit /b 2
call :build_when_stale || exit /b 1
if not exist "%course%\lab\site\large\16MiB.bin" (
    "%java%" -cp "%lab%" eventloop.lab.measure.site.LargeFile "%course%\lab\site" || exit /b 1
)
set "options="
for /f "tokens=1,*" %%a in ("%arguments%") do set "options=%%b"
"%java%" -jar "%course%\%step%\target\%step%.jar" --root "%course%\lab\site" %options%
exit /b %errorlevel%

:lab
call :find_java || exit /b 2
call :build_when_stale || exit /b 1
"%java%" "-Dcourse.directory=%course%" -Dcourse.maven=mvn.cmd -jar "%lab%" %command% %arguments%
exit /b %errorlevel%

:test
call :find_java || exit /b 2
call :find_maven || exit /b 2
pushd "%course%"
call mvn -B verify %arguments%
exit /b %errorlevel%

:format
call :find_java || exit /b 2
call :find_maven || exit /b 2
pushd "%course%"
call mvn -B -q -N -Dformat.mode=write verify
exit /b %errorlevel%

:find_java
if defined JAVA_HOME call :try_java "%JAVA_HOME%" && exit /b 0
for /f "tokens=1,* delims==" %%a in ('set JAVA 2^>nul') do call :try_java "%%b" && exit /b 0
for %%p in (java.exe) do if not "%%~$PATH:p"=="" call :try_java "%%~dp$PATH:p.." && exit /b 0
for %%v in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
    if exist "%%~v" for /d %%d in ("%%~v\*") do call :try_java "%%~d" && exit /b 0
)
call :fail "needs a JDK 25 or newer and finds none: install one from https://adoptium.net/ beside any other Java; set JAVA_HOME if it is in an unusual place"
exit /b 2

:try_java
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "version="
for /f tokens^=2^ delims^=^" %%v in ('findstr /b JAVA_VERSION= "%~1\release"') do set "version=%%v"
for /f "delims=." %%v in ("%version%") do if %%v geq 25 (
    set "JAVA_HOME=%~f1"
    set "java=%~f1\bin\java.exe"
    set "PATH=%~f1\bin;!PATH!"
    exit /b 0
)
exit /b 1

:find_maven
where mvn >nul 2>nul && exit /b 0
call :fail "needs Maven 3.8.7 or newer and finds none: install it from https://maven.apache.org/"
exit /b 2

:build_when_stale
if exist "%stamp%" if exist "%lab%" (
    powershell -NoProfile -Command "$stamp = (Get-Item '%stamp%').LastWriteTime; $newer = Get-ChildItem '%course%\pom.xml', '%course%\*\pom.xml' | Where-Object LastWriteTime -gt $stamp; if (-not $newer) { $newer = Get-ChildItem '%course%\*\src\main' -Recurse | Where-Object LastWriteTime -gt $stamp }; if ($newer) { exit 1 }" && exit /b 0
)
call :find_maven || exit /b 1
echo building... (the first time takes a minute or two) 1>&2
if not exist "%course%\target" mkdir "%course%\target"
type nul >"%stamp%.begun"
pushd "%course%"
call mvn -q -B -DskipTests package >"%course%\target\build.log" 2>&1
if errorlevel 1 (
    popd
    type "%course%\target\build.log" 1>&2
    call :fail "the build failed; its output is in target\build.log"
    exit /b 1
)
popd
move /y "%stamp%.begun" "%stamp%" >nul
exit /b 0

:fail
echo course: %~1 1>&2
exit /b 2
