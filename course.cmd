@echo off
rem The course's launcher for Windows: finds a JDK 25, builds what is stale, and hands over.
rem What it does, and in which order, is told in the file "course" beside it. Every command but run and test is
rem one of the lab.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul

set "course=%~dp0"
set "course=%course:~0,-1%"
set "lab=%course%\lab\target\lab.jar"
set "stamp=%course%\target\built"
set "resources=%course%\lab\src\main\resources\eventloop\lab"
set "command=%~1"
if "%command%"=="" set "command=help"

if "%command%"=="-h" set "command=help"
if "%command%"=="--help" set "command=help"
if "%command%"=="help" goto help
if "%command%"=="run" goto run
if "%command%"=="test" goto test
if "%command%"=="build" goto build_alone
if "%command%"=="maven" goto maven
goto lab

:help
set "topic=%~2"
if "%topic%"=="" goto map
if "%topic%"=="help" goto map
if "%topic:~0,1%"=="-" goto map
"%~f0" %topic% --help

:map
(call :find_java && call :is_built) >nul 2>nul && goto lab
type "%resources%\cli\map.txt"
echo   When the course is built ^(course doctor builds it^), course shows all other commands here.
exit /b 0

:run
set "number=%~2"
if "%number%"=="--help" goto explain_run
if "%number%"=="-h" goto explain_run
if "%number%"=="" (
    call :fail "which step? course run N, with N from 1 to 7"
    exit /b 2
)
set "step="
for /f "delims=" %%d in ('dir /b /ad "%course%\step0%number%-*" 2^>nul ^| findstr /r /x "step0[1-9]-[a-z]*"') do set "step=%%d"
if "%step%"=="" (
    call :fail "there is no step '%number%'; there are 1 to 7"
    exit /b 2
)
call :find_java || exit /b 2
call :build_when_stale || exit /b 1
if not exist "%course%\lab\site\large\16MiB.bin" (
    "%java%" -cp "%lab%" eventloop.lab.measure.site.LargeFile "%course%\lab\site" || echo course: large/16MiB.bin is missing from the pages that are served 1>&2
)
set "options="
for /f "tokens=1,2,*" %%a in ("%*") do set "options=%%c"
if "%~3"=="--exercise" goto run_exercise
"%java%" "@%resources%\measure\server\server.jvm" -jar "%course%\%step%\target\%step%.jar" --root "%course%\lab\site" %options%
exit /b %errorlevel%

rem What course run --help says.
:explain_run
echo usage: course run N [--exercise N.M] [OPTION...]
echo.
echo Starts the server of step N with the course's own pages, on port 8080 unless --port says another.
echo course run N --help shows the options of that server. With --exercise N.M the server has the piece in it
echo that you have written for that exercise.
echo.
echo Its JVM gets the flags with which the lab measures it:
for /f "usebackq eol=# delims=" %%l in ("%resources%\measure\server\server.jvm") do echo   %%l
echo.
echo For others: java FLAG... -jar stepNN-name\target\stepNN-name.jar --root lab\site
exit /b 0

rem The same server with the piece in it that a student has written for exercise %4.
:run_exercise
if "%~4"=="" (
    call :fail "which exercise? course run %number% --exercise %number%.M"
    exit /b 2
)
for /f "tokens=1,2,*" %%a in ("%options%") do set "options=%%c"
set "program=%course%\exercises\target\program-%random%.txt"
"%java%" -Dstdout.encoding=UTF-8 "-Dcourse.directory=%course%" -jar "%lab%" exercise-live %number% %~4 >"%program%" || (del "%program%" & exit /b 1)
set "classes="
for /f "usebackq delims=" %%l in ("%program%") do (
    if defined classes set "main=%%l"
    if not defined classes set "classes=%%l"
)
del "%program%"
"%java%" "@%resources%\measure\server\server.jvm" -cp "%classes%" %main% --root "%course%\lab\site" %options%
exit /b %errorlevel%

:lab
call :find_java || exit /b 2
call :build_when_stale || exit /b 1
if "%command%"=="help" "%java%" "-Dcourse.directory=%course%" -jar "%lab%" help & exit /b
rem As it was typed: signs such as & within quotes do not outlive another look at them.
"%java%" "-Dcourse.directory=%course%" -jar "%lab%" %*
exit /b %errorlevel%

:test
if "%~2"=="--help" goto explain_tests
if "%~2"=="-h" goto explain_tests
call :find_java || exit /b 2
call :find_maven || exit /b 2
if not exist "%course%\target" mkdir "%course%\target" || exit /b 1
set "arguments="
for /f "tokens=1,*" %%a in ("%*") do set "arguments=%%b"
pushd "%course%"
"%java%" lab\build\Alone.java target\lock cmd /c mvn -B verify %arguments%
set "status=%errorlevel%"
popd
exit /b %status%

rem What course test --help says.
:explain_tests
echo usage: course test [OPTION...]
echo.
echo Builds and runs every test of the course. Options go to Maven: with -pl step03-selector, it is the tests of
echo step 3 and of the steps that it wraps.
exit /b 0

:maven
call :find_maven || exit /b 2
echo mvn.cmd
exit /b 0

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
for /f tokens^=2^ delims^=^" %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do set "version=%%v"
set "major=0"
for /f "delims=." %%v in ("%version%") do set "major=%%v"
if not %major% geq 25 exit /b 1
set "JAVA_HOME=%~f1"
set "java=%~f1\bin\java.exe"
set "PATH=%~f1\bin;%PATH%"
exit /b 0

:find_maven
where mvn >nul 2>nul && exit /b 0
call :fail "needs Maven 3.8.7 or newer and finds none: install it from https://maven.apache.org/"
exit /b 2

:build_when_stale
call :is_built && exit /b 0
call :find_maven || exit /b 1
if not exist "%course%\target" mkdir "%course%\target" || exit /b 1
pushd "%course%"
"%java%" lab\build\Alone.java target\lock cmd /c course.cmd build
set "status=%errorlevel%"
popd
exit /b %status%

:is_built
if not exist "%stamp%" exit /b 1
for %%f in ("%stamp%") do if %%~zf==0 exit /b 1
call :fingerprint >"%stamp%.now"
fc /b "%stamp%.now" "%stamp%" >nul
exit /b %errorlevel%

rem A checksum of all that something is built from, and of what is built, wherever the course lies.
:fingerprint
powershell -NoProfile -Command "Set-Location -LiteralPath $env:course; $files = @(Get-ChildItem 'pom.xml', '*\pom.xml') + @(Get-ChildItem '*\src\main' -Recurse -File | Where-Object { -not $_.FullName.StartsWith($env:course + '\exercises\') }) + @(Get-ChildItem '*\target\*.jar', 'exercises\target\*\*.jar'); ($files | Sort-Object FullName | ForEach-Object { (Get-FileHash -Algorithm MD5 -LiteralPath $_.FullName).Hash + ' ' + $_.FullName.Substring($env:course.Length) })"
exit /b 0

rem Maven looks at times only, so all classes are made anew.
:build_alone
call :find_java || exit /b 2
call :is_built && exit /b 0
call :find_maven || exit /b 1
if not exist "%course%\target" mkdir "%course%\target" || exit /b 1
echo building: this takes a minute or two the first time 1>&2
for /d %%d in ("%course%\*") do if exist "%%d\target\classes" rmdir /s /q "%%d\target\classes"
pushd "%course%"
call mvn -q -B -DskipTests --projects=-slides package >"%course%\target\build.log" 2>&1
if errorlevel 1 (
    popd
    type "%course%\target\build.log" 1>&2
    call :fail "the build failed; its output is in target\build.log"
    exit /b 1
)
popd
call :fingerprint >"%stamp%"
exit /b 0

:fail
echo course: %~1 1>&2
exit /b 2
