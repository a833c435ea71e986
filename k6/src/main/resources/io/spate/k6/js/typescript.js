// Made by k6/typescript, of code of Spate's and the parser of Sucrase 3.35.1:
/*
The MIT License (MIT)

Copyright (c) 2012-2018 various contributors (see AUTHORS)

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
*/
var typescript=(()=>{var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{
if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&
key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var strip_exports={};__export(strip_exports,{strip:()=>strip});var ContextualKeyword;(function(ContextualKeyword2){ContextualKeyword2[ContextualKeyword2.NONE=0]="NONE";let _abstract=1;
ContextualKeyword2[ContextualKeyword2._abstract=_abstract]="_abstract";let _accessor=_abstract+1;ContextualKeyword2[ContextualKeyword2.
_accessor=_accessor]="_accessor";let _as=_accessor+1;ContextualKeyword2[ContextualKeyword2._as=_as]="_as";let _assert=_as+
1;ContextualKeyword2[ContextualKeyword2._assert=_assert]="_assert";let _asserts=_assert+1;ContextualKeyword2[ContextualKeyword2.
_asserts=_asserts]="_asserts";let _async=_asserts+1;ContextualKeyword2[ContextualKeyword2._async=_async]="_async";let _await=_async+
1;ContextualKeyword2[ContextualKeyword2._await=_await]="_await";let _checks=_await+1;ContextualKeyword2[ContextualKeyword2.
_checks=_checks]="_checks";let _constructor=_checks+1;ContextualKeyword2[ContextualKeyword2._constructor=_constructor]="\
_constructor";let _declare=_constructor+1;ContextualKeyword2[ContextualKeyword2._declare=_declare]="_declare";let _enum=_declare+
1;ContextualKeyword2[ContextualKeyword2._enum=_enum]="_enum";let _exports=_enum+1;ContextualKeyword2[ContextualKeyword2.
_exports=_exports]="_exports";let _from=_exports+1;ContextualKeyword2[ContextualKeyword2._from=_from]="_from";let _get=_from+
1;ContextualKeyword2[ContextualKeyword2._get=_get]="_get";let _global=_get+1;ContextualKeyword2[ContextualKeyword2._global=
_global]="_global";let _implements=_global+1;ContextualKeyword2[ContextualKeyword2._implements=_implements]="_implements";
let _infer=_implements+1;ContextualKeyword2[ContextualKeyword2._infer=_infer]="_infer";let _interface=_infer+1;ContextualKeyword2[ContextualKeyword2.
_interface=_interface]="_interface";let _is=_interface+1;ContextualKeyword2[ContextualKeyword2._is=_is]="_is";let _keyof=_is+
1;ContextualKeyword2[ContextualKeyword2._keyof=_keyof]="_keyof";let _mixins=_keyof+1;ContextualKeyword2[ContextualKeyword2.
_mixins=_mixins]="_mixins";let _module=_mixins+1;ContextualKeyword2[ContextualKeyword2._module=_module]="_module";let _namespace=_module+
1;ContextualKeyword2[ContextualKeyword2._namespace=_namespace]="_namespace";let _of=_namespace+1;ContextualKeyword2[ContextualKeyword2.
_of=_of]="_of";let _opaque=_of+1;ContextualKeyword2[ContextualKeyword2._opaque=_opaque]="_opaque";let _out=_opaque+1;ContextualKeyword2[ContextualKeyword2.
_out=_out]="_out";let _override=_out+1;ContextualKeyword2[ContextualKeyword2._override=_override]="_override";let _private=_override+
1;ContextualKeyword2[ContextualKeyword2._private=_private]="_private";let _protected=_private+1;ContextualKeyword2[ContextualKeyword2.
_protected=_protected]="_protected";let _proto=_protected+1;ContextualKeyword2[ContextualKeyword2._proto=_proto]="_proto";
let _public=_proto+1;ContextualKeyword2[ContextualKeyword2._public=_public]="_public";let _readonly=_public+1;ContextualKeyword2[ContextualKeyword2.
_readonly=_readonly]="_readonly";let _require=_readonly+1;ContextualKeyword2[ContextualKeyword2._require=_require]="_req\
uire";let _satisfies=_require+1;ContextualKeyword2[ContextualKeyword2._satisfies=_satisfies]="_satisfies";let _set=_satisfies+
1;ContextualKeyword2[ContextualKeyword2._set=_set]="_set";let _static=_set+1;ContextualKeyword2[ContextualKeyword2._static=
_static]="_static";let _symbol=_static+1;ContextualKeyword2[ContextualKeyword2._symbol=_symbol]="_symbol";let _type=_symbol+
1;ContextualKeyword2[ContextualKeyword2._type=_type]="_type";let _unique=_type+1;ContextualKeyword2[ContextualKeyword2._unique=
_unique]="_unique";let _using=_unique+1;ContextualKeyword2[ContextualKeyword2._using=_using]="_using"})(ContextualKeyword||
(ContextualKeyword={}));var TokenType;(function(TokenType2){TokenType2[TokenType2.PRECEDENCE_MASK=15]="PRECEDENCE_MASK";let IS_KEYWORD=16;TokenType2[TokenType2.
IS_KEYWORD=IS_KEYWORD]="IS_KEYWORD";let IS_ASSIGN=32;TokenType2[TokenType2.IS_ASSIGN=IS_ASSIGN]="IS_ASSIGN";let IS_RIGHT_ASSOCIATIVE=64;
TokenType2[TokenType2.IS_RIGHT_ASSOCIATIVE=IS_RIGHT_ASSOCIATIVE]="IS_RIGHT_ASSOCIATIVE";let IS_PREFIX=128;TokenType2[TokenType2.
IS_PREFIX=IS_PREFIX]="IS_PREFIX";let IS_POSTFIX=256;TokenType2[TokenType2.IS_POSTFIX=IS_POSTFIX]="IS_POSTFIX";let IS_EXPRESSION_START=512;
TokenType2[TokenType2.IS_EXPRESSION_START=IS_EXPRESSION_START]="IS_EXPRESSION_START";let num=512;TokenType2[TokenType2.num=
num]="num";let bigint=1536;TokenType2[TokenType2.bigint=bigint]="bigint";let decimal=2560;TokenType2[TokenType2.decimal=
decimal]="decimal";let regexp=3584;TokenType2[TokenType2.regexp=regexp]="regexp";let string=4608;TokenType2[TokenType2.string=
string]="string";let name=5632;TokenType2[TokenType2.name=name]="name";let eof=6144;TokenType2[TokenType2.eof=eof]="eof";
let bracketL=7680;TokenType2[TokenType2.bracketL=bracketL]="bracketL";let bracketR=8192;TokenType2[TokenType2.bracketR=bracketR]=
"bracketR";let braceL=9728;TokenType2[TokenType2.braceL=braceL]="braceL";let braceBarL=10752;TokenType2[TokenType2.braceBarL=
braceBarL]="braceBarL";let braceR=11264;TokenType2[TokenType2.braceR=braceR]="braceR";let braceBarR=12288;TokenType2[TokenType2.
braceBarR=braceBarR]="braceBarR";let parenL=13824;TokenType2[TokenType2.parenL=parenL]="parenL";let parenR=14336;TokenType2[TokenType2.
parenR=parenR]="parenR";let comma=15360;TokenType2[TokenType2.comma=comma]="comma";let semi=16384;TokenType2[TokenType2.
semi=semi]="semi";let colon=17408;TokenType2[TokenType2.colon=colon]="colon";let doubleColon=18432;TokenType2[TokenType2.
doubleColon=doubleColon]="doubleColon";let dot=19456;TokenType2[TokenType2.dot=dot]="dot";let question=20480;TokenType2[TokenType2.
question=question]="question";let questionDot=21504;TokenType2[TokenType2.questionDot=questionDot]="questionDot";let arrow=22528;
TokenType2[TokenType2.arrow=arrow]="arrow";let template=23552;TokenType2[TokenType2.template=template]="template";let ellipsis=24576;
TokenType2[TokenType2.ellipsis=ellipsis]="ellipsis";let backQuote=25600;TokenType2[TokenType2.backQuote=backQuote]="back\
Quote";let dollarBraceL=27136;TokenType2[TokenType2.dollarBraceL=dollarBraceL]="dollarBraceL";let at=27648;TokenType2[TokenType2.
at=at]="at";let hash=29184;TokenType2[TokenType2.hash=hash]="hash";let eq=29728;TokenType2[TokenType2.eq=eq]="eq";let assign=30752;
TokenType2[TokenType2.assign=assign]="assign";let preIncDec=32640;TokenType2[TokenType2.preIncDec=preIncDec]="preIncDec";
let postIncDec=33664;TokenType2[TokenType2.postIncDec=postIncDec]="postIncDec";let bang=34432;TokenType2[TokenType2.bang=
bang]="bang";let tilde=35456;TokenType2[TokenType2.tilde=tilde]="tilde";let pipeline=35841;TokenType2[TokenType2.pipeline=
pipeline]="pipeline";let nullishCoalescing=36866;TokenType2[TokenType2.nullishCoalescing=nullishCoalescing]="nullishCoal\
escing";let logicalOR=37890;TokenType2[TokenType2.logicalOR=logicalOR]="logicalOR";let logicalAND=38915;TokenType2[TokenType2.
logicalAND=logicalAND]="logicalAND";let bitwiseOR=39940;TokenType2[TokenType2.bitwiseOR=bitwiseOR]="bitwiseOR";let bitwiseXOR=40965;
TokenType2[TokenType2.bitwiseXOR=bitwiseXOR]="bitwiseXOR";let bitwiseAND=41990;TokenType2[TokenType2.bitwiseAND=bitwiseAND]=
"bitwiseAND";let equality=43015;TokenType2[TokenType2.equality=equality]="equality";let lessThan=44040;TokenType2[TokenType2.
lessThan=lessThan]="lessThan";let greaterThan=45064;TokenType2[TokenType2.greaterThan=greaterThan]="greaterThan";let relationalOrEqual=46088;
TokenType2[TokenType2.relationalOrEqual=relationalOrEqual]="relationalOrEqual";let bitShiftL=47113;TokenType2[TokenType2.
bitShiftL=bitShiftL]="bitShiftL";let bitShiftR=48137;TokenType2[TokenType2.bitShiftR=bitShiftR]="bitShiftR";let plus=49802;
TokenType2[TokenType2.plus=plus]="plus";let minus=50826;TokenType2[TokenType2.minus=minus]="minus";let modulo=51723;TokenType2[TokenType2.
modulo=modulo]="modulo";let star=52235;TokenType2[TokenType2.star=star]="star";let slash=53259;TokenType2[TokenType2.slash=
slash]="slash";let exponent=54348;TokenType2[TokenType2.exponent=exponent]="exponent";let jsxName=55296;TokenType2[TokenType2.
jsxName=jsxName]="jsxName";let jsxText=56320;TokenType2[TokenType2.jsxText=jsxText]="jsxText";let jsxEmptyText=57344;TokenType2[TokenType2.
jsxEmptyText=jsxEmptyText]="jsxEmptyText";let jsxTagStart=58880;TokenType2[TokenType2.jsxTagStart=jsxTagStart]="jsxTagSt\
art";let jsxTagEnd=59392;TokenType2[TokenType2.jsxTagEnd=jsxTagEnd]="jsxTagEnd";let typeParameterStart=60928;TokenType2[TokenType2.
typeParameterStart=typeParameterStart]="typeParameterStart";let nonNullAssertion=61440;TokenType2[TokenType2.nonNullAssertion=
nonNullAssertion]="nonNullAssertion";let _break=62480;TokenType2[TokenType2._break=_break]="_break";let _case=63504;TokenType2[TokenType2.
_case=_case]="_case";let _catch=64528;TokenType2[TokenType2._catch=_catch]="_catch";let _continue=65552;TokenType2[TokenType2.
_continue=_continue]="_continue";let _debugger=66576;TokenType2[TokenType2._debugger=_debugger]="_debugger";let _default=67600;
TokenType2[TokenType2._default=_default]="_default";let _do=68624;TokenType2[TokenType2._do=_do]="_do";let _else=69648;TokenType2[TokenType2.
_else=_else]="_else";let _finally=70672;TokenType2[TokenType2._finally=_finally]="_finally";let _for=71696;TokenType2[TokenType2.
_for=_for]="_for";let _function=73232;TokenType2[TokenType2._function=_function]="_function";let _if=73744;TokenType2[TokenType2.
_if=_if]="_if";let _return=74768;TokenType2[TokenType2._return=_return]="_return";let _switch=75792;TokenType2[TokenType2.
_switch=_switch]="_switch";let _throw=77456;TokenType2[TokenType2._throw=_throw]="_throw";let _try=77840;TokenType2[TokenType2.
_try=_try]="_try";let _var=78864;TokenType2[TokenType2._var=_var]="_var";let _let=79888;TokenType2[TokenType2._let=_let]=
"_let";let _const=80912;TokenType2[TokenType2._const=_const]="_const";let _while=81936;TokenType2[TokenType2._while=_while]=
"_while";let _with=82960;TokenType2[TokenType2._with=_with]="_with";let _new=84496;TokenType2[TokenType2._new=_new]="_ne\
w";let _this=85520;TokenType2[TokenType2._this=_this]="_this";let _super=86544;TokenType2[TokenType2._super=_super]="_su\
per";let _class=87568;TokenType2[TokenType2._class=_class]="_class";let _extends=88080;TokenType2[TokenType2._extends=_extends]=
"_extends";let _export=89104;TokenType2[TokenType2._export=_export]="_export";let _import=90640;TokenType2[TokenType2._import=
_import]="_import";let _yield=91664;TokenType2[TokenType2._yield=_yield]="_yield";let _null=92688;TokenType2[TokenType2.
_null=_null]="_null";let _true=93712;TokenType2[TokenType2._true=_true]="_true";let _false=94736;TokenType2[TokenType2._false=
_false]="_false";let _in=95256;TokenType2[TokenType2._in=_in]="_in";let _instanceof=96280;TokenType2[TokenType2._instanceof=
_instanceof]="_instanceof";let _typeof=97936;TokenType2[TokenType2._typeof=_typeof]="_typeof";let _void=98960;TokenType2[TokenType2.
_void=_void]="_void";let _delete=99984;TokenType2[TokenType2._delete=_delete]="_delete";let _async=100880;TokenType2[TokenType2.
_async=_async]="_async";let _get=101904;TokenType2[TokenType2._get=_get]="_get";let _set=102928;TokenType2[TokenType2._set=
_set]="_set";let _declare=103952;TokenType2[TokenType2._declare=_declare]="_declare";let _readonly=104976;TokenType2[TokenType2.
_readonly=_readonly]="_readonly";let _abstract=106e3;TokenType2[TokenType2._abstract=_abstract]="_abstract";let _static=107024;
TokenType2[TokenType2._static=_static]="_static";let _public=107536;TokenType2[TokenType2._public=_public]="_public";let _private=108560;
TokenType2[TokenType2._private=_private]="_private";let _protected=109584;TokenType2[TokenType2._protected=_protected]="\
_protected";let _override=110608;TokenType2[TokenType2._override=_override]="_override";let _as=112144;TokenType2[TokenType2.
_as=_as]="_as";let _enum=113168;TokenType2[TokenType2._enum=_enum]="_enum";let _type=114192;TokenType2[TokenType2._type=
_type]="_type";let _implements=115216;TokenType2[TokenType2._implements=_implements]="_implements"})(TokenType||(TokenType=
{}));function formatTokenType(tokenType){switch(tokenType){case TokenType.num:return"num";case TokenType.bigint:return"b\
igint";case TokenType.decimal:return"decimal";case TokenType.regexp:return"regexp";case TokenType.string:return"string";case TokenType.
name:return"name";case TokenType.eof:return"eof";case TokenType.bracketL:return"[";case TokenType.bracketR:return"]";case TokenType.
braceL:return"{";case TokenType.braceBarL:return"{|";case TokenType.braceR:return"}";case TokenType.braceBarR:return"|}";case TokenType.
parenL:return"(";case TokenType.parenR:return")";case TokenType.comma:return",";case TokenType.semi:return";";case TokenType.
colon:return":";case TokenType.doubleColon:return"::";case TokenType.dot:return".";case TokenType.question:return"?";case TokenType.
questionDot:return"?.";case TokenType.arrow:return"=>";case TokenType.template:return"template";case TokenType.ellipsis:
return"...";case TokenType.backQuote:return"`";case TokenType.dollarBraceL:return"${";case TokenType.at:return"@";case TokenType.
hash:return"#";case TokenType.eq:return"=";case TokenType.assign:return"_=";case TokenType.preIncDec:return"++/--";case TokenType.
postIncDec:return"++/--";case TokenType.bang:return"!";case TokenType.tilde:return"~";case TokenType.pipeline:return"|>";case TokenType.
nullishCoalescing:return"??";case TokenType.logicalOR:return"||";case TokenType.logicalAND:return"&&";case TokenType.bitwiseOR:
return"|";case TokenType.bitwiseXOR:return"^";case TokenType.bitwiseAND:return"&";case TokenType.equality:return"==/!=";case TokenType.
lessThan:return"<";case TokenType.greaterThan:return">";case TokenType.relationalOrEqual:return"<=/>=";case TokenType.bitShiftL:
return"<<";case TokenType.bitShiftR:return">>/>>>";case TokenType.plus:return"+";case TokenType.minus:return"-";case TokenType.
modulo:return"%";case TokenType.star:return"*";case TokenType.slash:return"/";case TokenType.exponent:return"**";case TokenType.
jsxName:return"jsxName";case TokenType.jsxText:return"jsxText";case TokenType.jsxEmptyText:return"jsxEmptyText";case TokenType.
jsxTagStart:return"jsxTagStart";case TokenType.jsxTagEnd:return"jsxTagEnd";case TokenType.typeParameterStart:return"type\
ParameterStart";case TokenType.nonNullAssertion:return"nonNullAssertion";case TokenType._break:return"break";case TokenType.
_case:return"case";case TokenType._catch:return"catch";case TokenType._continue:return"continue";case TokenType._debugger:
return"debugger";case TokenType._default:return"default";case TokenType._do:return"do";case TokenType._else:return"else";case TokenType.
_finally:return"finally";case TokenType._for:return"for";case TokenType._function:return"function";case TokenType._if:return"\
if";case TokenType._return:return"return";case TokenType._switch:return"switch";case TokenType._throw:return"throw";case TokenType.
_try:return"try";case TokenType._var:return"var";case TokenType._let:return"let";case TokenType._const:return"const";case TokenType.
_while:return"while";case TokenType._with:return"with";case TokenType._new:return"new";case TokenType._this:return"this";case TokenType.
_super:return"super";case TokenType._class:return"class";case TokenType._extends:return"extends";case TokenType._export:
return"export";case TokenType._import:return"import";case TokenType._yield:return"yield";case TokenType._null:return"nul\
l";case TokenType._true:return"true";case TokenType._false:return"false";case TokenType._in:return"in";case TokenType._instanceof:
return"instanceof";case TokenType._typeof:return"typeof";case TokenType._void:return"void";case TokenType._delete:return"\
delete";case TokenType._async:return"async";case TokenType._get:return"get";case TokenType._set:return"set";case TokenType.
_declare:return"declare";case TokenType._readonly:return"readonly";case TokenType._abstract:return"abstract";case TokenType.
_static:return"static";case TokenType._public:return"public";case TokenType._private:return"private";case TokenType._protected:
return"protected";case TokenType._override:return"override";case TokenType._as:return"as";case TokenType._enum:return"en\
um";case TokenType._type:return"type";case TokenType._implements:return"implements";default:return""}}var Scope=class{constructor(startTokenIndex,endTokenIndex,isFunctionScope){this.startTokenIndex=startTokenIndex,this.endTokenIndex=
endTokenIndex,this.isFunctionScope=isFunctionScope}},StateSnapshot=class{constructor(potentialArrowAt,noAnonFunctionType,inDisallowConditionalTypesContext,tokensLength,scopesLength,pos,type,contextualKeyword,start,end,isType,scopeDepth,error){
this.potentialArrowAt=potentialArrowAt,this.noAnonFunctionType=noAnonFunctionType,this.inDisallowConditionalTypesContext=
inDisallowConditionalTypesContext,this.tokensLength=tokensLength,this.scopesLength=scopesLength,this.pos=pos,this.type=type,
this.contextualKeyword=contextualKeyword,this.start=start,this.end=end,this.isType=isType,this.scopeDepth=scopeDepth,this.
error=error}},State=class _State{constructor(){_State.prototype.__init.call(this),_State.prototype.__init2.call(this),_State.
prototype.__init3.call(this),_State.prototype.__init4.call(this),_State.prototype.__init5.call(this),_State.prototype.__init6.
call(this),_State.prototype.__init7.call(this),_State.prototype.__init8.call(this),_State.prototype.__init9.call(this),_State.
prototype.__init10.call(this),_State.prototype.__init11.call(this),_State.prototype.__init12.call(this),_State.prototype.
__init13.call(this)}__init(){this.potentialArrowAt=-1}__init2(){this.noAnonFunctionType=!1}__init3(){this.inDisallowConditionalTypesContext=
!1}__init4(){this.tokens=[]}__init5(){this.scopes=[]}__init6(){this.pos=0}__init7(){this.type=TokenType.eof}__init8(){this.
contextualKeyword=ContextualKeyword.NONE}__init9(){this.start=0}__init10(){this.end=0}__init11(){this.isType=!1}__init12(){
this.scopeDepth=0}__init13(){this.error=null}snapshot(){return new StateSnapshot(this.potentialArrowAt,this.noAnonFunctionType,
this.inDisallowConditionalTypesContext,this.tokens.length,this.scopes.length,this.pos,this.type,this.contextualKeyword,this.
start,this.end,this.isType,this.scopeDepth,this.error)}restoreFromSnapshot(snapshot){this.potentialArrowAt=snapshot.potentialArrowAt,
this.noAnonFunctionType=snapshot.noAnonFunctionType,this.inDisallowConditionalTypesContext=snapshot.inDisallowConditionalTypesContext,
this.tokens.length=snapshot.tokensLength,this.scopes.length=snapshot.scopesLength,this.pos=snapshot.pos,this.type=snapshot.
type,this.contextualKeyword=snapshot.contextualKeyword,this.start=snapshot.start,this.end=snapshot.end,this.isType=snapshot.
isType,this.scopeDepth=snapshot.scopeDepth,this.error=snapshot.error}};var charCodes;(function(charCodes2){charCodes2[charCodes2.backSpace=8]="backSpace";let lineFeed=10;charCodes2[charCodes2.
lineFeed=lineFeed]="lineFeed";let tab=9;charCodes2[charCodes2.tab=tab]="tab";let carriageReturn=13;charCodes2[charCodes2.
carriageReturn=carriageReturn]="carriageReturn";let shiftOut=14;charCodes2[charCodes2.shiftOut=shiftOut]="shiftOut";let space=32;
charCodes2[charCodes2.space=space]="space";let exclamationMark=33;charCodes2[charCodes2.exclamationMark=exclamationMark]=
"exclamationMark";let quotationMark=34;charCodes2[charCodes2.quotationMark=quotationMark]="quotationMark";let numberSign=35;
charCodes2[charCodes2.numberSign=numberSign]="numberSign";let dollarSign=36;charCodes2[charCodes2.dollarSign=dollarSign]=
"dollarSign";let percentSign=37;charCodes2[charCodes2.percentSign=percentSign]="percentSign";let ampersand=38;charCodes2[charCodes2.
ampersand=ampersand]="ampersand";let apostrophe=39;charCodes2[charCodes2.apostrophe=apostrophe]="apostrophe";let leftParenthesis=40;
charCodes2[charCodes2.leftParenthesis=leftParenthesis]="leftParenthesis";let rightParenthesis=41;charCodes2[charCodes2.rightParenthesis=
rightParenthesis]="rightParenthesis";let asterisk=42;charCodes2[charCodes2.asterisk=asterisk]="asterisk";let plusSign=43;
charCodes2[charCodes2.plusSign=plusSign]="plusSign";let comma=44;charCodes2[charCodes2.comma=comma]="comma";let dash=45;
charCodes2[charCodes2.dash=dash]="dash";let dot=46;charCodes2[charCodes2.dot=dot]="dot";let slash=47;charCodes2[charCodes2.
slash=slash]="slash";let digit0=48;charCodes2[charCodes2.digit0=digit0]="digit0";let digit1=49;charCodes2[charCodes2.digit1=
digit1]="digit1";let digit2=50;charCodes2[charCodes2.digit2=digit2]="digit2";let digit3=51;charCodes2[charCodes2.digit3=
digit3]="digit3";let digit4=52;charCodes2[charCodes2.digit4=digit4]="digit4";let digit5=53;charCodes2[charCodes2.digit5=
digit5]="digit5";let digit6=54;charCodes2[charCodes2.digit6=digit6]="digit6";let digit7=55;charCodes2[charCodes2.digit7=
digit7]="digit7";let digit8=56;charCodes2[charCodes2.digit8=digit8]="digit8";let digit9=57;charCodes2[charCodes2.digit9=
digit9]="digit9";let colon=58;charCodes2[charCodes2.colon=colon]="colon";let semicolon2=59;charCodes2[charCodes2.semicolon=
semicolon2]="semicolon";let lessThan=60;charCodes2[charCodes2.lessThan=lessThan]="lessThan";let equalsTo=61;charCodes2[charCodes2.
equalsTo=equalsTo]="equalsTo";let greaterThan=62;charCodes2[charCodes2.greaterThan=greaterThan]="greaterThan";let questionMark=63;
charCodes2[charCodes2.questionMark=questionMark]="questionMark";let atSign=64;charCodes2[charCodes2.atSign=atSign]="atSi\
gn";let uppercaseA=65;charCodes2[charCodes2.uppercaseA=uppercaseA]="uppercaseA";let uppercaseB=66;charCodes2[charCodes2.
uppercaseB=uppercaseB]="uppercaseB";let uppercaseC=67;charCodes2[charCodes2.uppercaseC=uppercaseC]="uppercaseC";let uppercaseD=68;
charCodes2[charCodes2.uppercaseD=uppercaseD]="uppercaseD";let uppercaseE=69;charCodes2[charCodes2.uppercaseE=uppercaseE]=
"uppercaseE";let uppercaseF=70;charCodes2[charCodes2.uppercaseF=uppercaseF]="uppercaseF";let uppercaseG=71;charCodes2[charCodes2.
uppercaseG=uppercaseG]="uppercaseG";let uppercaseH=72;charCodes2[charCodes2.uppercaseH=uppercaseH]="uppercaseH";let uppercaseI=73;
charCodes2[charCodes2.uppercaseI=uppercaseI]="uppercaseI";let uppercaseJ=74;charCodes2[charCodes2.uppercaseJ=uppercaseJ]=
"uppercaseJ";let uppercaseK=75;charCodes2[charCodes2.uppercaseK=uppercaseK]="uppercaseK";let uppercaseL=76;charCodes2[charCodes2.
uppercaseL=uppercaseL]="uppercaseL";let uppercaseM=77;charCodes2[charCodes2.uppercaseM=uppercaseM]="uppercaseM";let uppercaseN=78;
charCodes2[charCodes2.uppercaseN=uppercaseN]="uppercaseN";let uppercaseO=79;charCodes2[charCodes2.uppercaseO=uppercaseO]=
"uppercaseO";let uppercaseP=80;charCodes2[charCodes2.uppercaseP=uppercaseP]="uppercaseP";let uppercaseQ=81;charCodes2[charCodes2.
uppercaseQ=uppercaseQ]="uppercaseQ";let uppercaseR=82;charCodes2[charCodes2.uppercaseR=uppercaseR]="uppercaseR";let uppercaseS=83;
charCodes2[charCodes2.uppercaseS=uppercaseS]="uppercaseS";let uppercaseT=84;charCodes2[charCodes2.uppercaseT=uppercaseT]=
"uppercaseT";let uppercaseU=85;charCodes2[charCodes2.uppercaseU=uppercaseU]="uppercaseU";let uppercaseV=86;charCodes2[charCodes2.
uppercaseV=uppercaseV]="uppercaseV";let uppercaseW=87;charCodes2[charCodes2.uppercaseW=uppercaseW]="uppercaseW";let uppercaseX=88;
charCodes2[charCodes2.uppercaseX=uppercaseX]="uppercaseX";let uppercaseY=89;charCodes2[charCodes2.uppercaseY=uppercaseY]=
"uppercaseY";let uppercaseZ=90;charCodes2[charCodes2.uppercaseZ=uppercaseZ]="uppercaseZ";let leftSquareBracket=91;charCodes2[charCodes2.
leftSquareBracket=leftSquareBracket]="leftSquareBracket";let backslash=92;charCodes2[charCodes2.backslash=backslash]="ba\
ckslash";let rightSquareBracket=93;charCodes2[charCodes2.rightSquareBracket=rightSquareBracket]="rightSquareBracket";let caret=94;
charCodes2[charCodes2.caret=caret]="caret";let underscore=95;charCodes2[charCodes2.underscore=underscore]="underscore";let graveAccent=96;
charCodes2[charCodes2.graveAccent=graveAccent]="graveAccent";let lowercaseA=97;charCodes2[charCodes2.lowercaseA=lowercaseA]=
"lowercaseA";let lowercaseB=98;charCodes2[charCodes2.lowercaseB=lowercaseB]="lowercaseB";let lowercaseC=99;charCodes2[charCodes2.
lowercaseC=lowercaseC]="lowercaseC";let lowercaseD=100;charCodes2[charCodes2.lowercaseD=lowercaseD]="lowercaseD";let lowercaseE=101;
charCodes2[charCodes2.lowercaseE=lowercaseE]="lowercaseE";let lowercaseF=102;charCodes2[charCodes2.lowercaseF=lowercaseF]=
"lowercaseF";let lowercaseG=103;charCodes2[charCodes2.lowercaseG=lowercaseG]="lowercaseG";let lowercaseH=104;charCodes2[charCodes2.
lowercaseH=lowercaseH]="lowercaseH";let lowercaseI=105;charCodes2[charCodes2.lowercaseI=lowercaseI]="lowercaseI";let lowercaseJ=106;
charCodes2[charCodes2.lowercaseJ=lowercaseJ]="lowercaseJ";let lowercaseK=107;charCodes2[charCodes2.lowercaseK=lowercaseK]=
"lowercaseK";let lowercaseL=108;charCodes2[charCodes2.lowercaseL=lowercaseL]="lowercaseL";let lowercaseM=109;charCodes2[charCodes2.
lowercaseM=lowercaseM]="lowercaseM";let lowercaseN=110;charCodes2[charCodes2.lowercaseN=lowercaseN]="lowercaseN";let lowercaseO=111;
charCodes2[charCodes2.lowercaseO=lowercaseO]="lowercaseO";let lowercaseP=112;charCodes2[charCodes2.lowercaseP=lowercaseP]=
"lowercaseP";let lowercaseQ=113;charCodes2[charCodes2.lowercaseQ=lowercaseQ]="lowercaseQ";let lowercaseR=114;charCodes2[charCodes2.
lowercaseR=lowercaseR]="lowercaseR";let lowercaseS=115;charCodes2[charCodes2.lowercaseS=lowercaseS]="lowercaseS";let lowercaseT=116;
charCodes2[charCodes2.lowercaseT=lowercaseT]="lowercaseT";let lowercaseU=117;charCodes2[charCodes2.lowercaseU=lowercaseU]=
"lowercaseU";let lowercaseV=118;charCodes2[charCodes2.lowercaseV=lowercaseV]="lowercaseV";let lowercaseW=119;charCodes2[charCodes2.
lowercaseW=lowercaseW]="lowercaseW";let lowercaseX=120;charCodes2[charCodes2.lowercaseX=lowercaseX]="lowercaseX";let lowercaseY=121;
charCodes2[charCodes2.lowercaseY=lowercaseY]="lowercaseY";let lowercaseZ=122;charCodes2[charCodes2.lowercaseZ=lowercaseZ]=
"lowercaseZ";let leftCurlyBrace=123;charCodes2[charCodes2.leftCurlyBrace=leftCurlyBrace]="leftCurlyBrace";let verticalBar=124;
charCodes2[charCodes2.verticalBar=verticalBar]="verticalBar";let rightCurlyBrace=125;charCodes2[charCodes2.rightCurlyBrace=
rightCurlyBrace]="rightCurlyBrace";let tilde=126;charCodes2[charCodes2.tilde=tilde]="tilde";let nonBreakingSpace=160;charCodes2[charCodes2.
nonBreakingSpace=nonBreakingSpace]="nonBreakingSpace";let oghamSpaceMark=5760;charCodes2[charCodes2.oghamSpaceMark=oghamSpaceMark]=
"oghamSpaceMark";let lineSeparator=8232;charCodes2[charCodes2.lineSeparator=lineSeparator]="lineSeparator";let paragraphSeparator=8233;
charCodes2[charCodes2.paragraphSeparator=paragraphSeparator]="paragraphSeparator"})(charCodes||(charCodes={}));var isJSXEnabled,isTypeScriptEnabled,isFlowEnabled,state,input,nextContextId;function getNextContextId(){return nextContextId++}
function augmentError(error){if("pos"in error){let loc=locationForIndex(error.pos);error.message+=` (${loc.line}:${loc.column}\
)`,error.loc=loc}return error}var Loc=class{constructor(line,column){this.line=line,this.column=column}};function locationForIndex(pos){
let line=1,column=1;for(let i=0;i<pos;i++)input.charCodeAt(i)===charCodes.lineFeed?(line++,column=1):column++;return new Loc(
line,column)}function initParser(inputCode,isJSXEnabledArg,isTypeScriptEnabledArg,isFlowEnabledArg){input=inputCode,state=
new State,nextContextId=1,isJSXEnabled=isJSXEnabledArg,isTypeScriptEnabled=isTypeScriptEnabledArg,isFlowEnabled=isFlowEnabledArg}function isContextual(contextualKeyword){return state.contextualKeyword===contextualKeyword}function isLookaheadContextual(contextualKeyword){
let l=lookaheadTypeAndKeyword();return l.type===TokenType.name&&l.contextualKeyword===contextualKeyword}function eatContextual(contextualKeyword){
return state.contextualKeyword===contextualKeyword&&eat(TokenType.name)}function expectContextual(contextualKeyword){eatContextual(
contextualKeyword)||unexpected()}function canInsertSemicolon(){return match(TokenType.eof)||match(TokenType.braceR)||hasPrecedingLineBreak()}
function hasPrecedingLineBreak(){let prevToken=state.tokens[state.tokens.length-1],lastTokEnd=prevToken?prevToken.end:0;
for(let i=lastTokEnd;i<state.start;i++){let code=input.charCodeAt(i);if(code===charCodes.lineFeed||code===charCodes.carriageReturn||
code===8232||code===8233)return!0}return!1}function hasFollowingLineBreak(){let nextStart=nextTokenStart();for(let i=state.
end;i<nextStart;i++){let code=input.charCodeAt(i);if(code===charCodes.lineFeed||code===charCodes.carriageReturn||code===
8232||code===8233)return!0}return!1}function isLineTerminator(){return eat(TokenType.semi)||canInsertSemicolon()}function semicolon(){
isLineTerminator()||unexpected('Unexpected token, expected ";"')}function expect(type){eat(type)||unexpected(`Unexpected\
 token, expected "${formatTokenType(type)}"`)}function unexpected(message="Unexpected token",pos=state.start){if(state.error)
return;let err=new SyntaxError(message);err.pos=pos,state.error=err,state.pos=input.length,finishToken(TokenType.eof)}var WHITESPACE_CHARS=[9,11,12,charCodes.space,charCodes.nonBreakingSpace,charCodes.oghamSpaceMark,8192,8193,8194,8195,8196,
8197,8198,8199,8200,8201,8202,8239,8287,12288,65279],skipWhiteSpace=/(?:\s|\/\/.*|\/\*[^]*?\*\/)*/g,IS_WHITESPACE=new Uint8Array(
65536);for(let char of WHITESPACE_CHARS)IS_WHITESPACE[char]=1;function computeIsIdentifierChar(code){if(code<48)return code===36;if(code<58)return!0;if(code<65)return!1;if(code<91)return!0;
if(code<97)return code===95;if(code<123)return!0;if(code<128)return!1;throw new Error("Should not be called with non-ASC\
II char code.")}var IS_IDENTIFIER_CHAR=new Uint8Array(65536);for(let i=0;i<128;i++)IS_IDENTIFIER_CHAR[i]=computeIsIdentifierChar(
i)?1:0;for(let i=128;i<65536;i++)IS_IDENTIFIER_CHAR[i]=1;for(let whitespaceChar of WHITESPACE_CHARS)IS_IDENTIFIER_CHAR[whitespaceChar]=
0;IS_IDENTIFIER_CHAR[8232]=0;IS_IDENTIFIER_CHAR[8233]=0;var IS_IDENTIFIER_START=IS_IDENTIFIER_CHAR.slice();for(let numChar=charCodes.
digit0;numChar<=charCodes.digit9;numChar++)IS_IDENTIFIER_START[numChar]=0;var READ_WORD_TREE=new Int32Array([-1,27,783,918,1755,2376,2862,3483,-1,3699,-1,4617,4752,4833,5130,5508,5940,-1,6480,6939,
7749,8181,8451,8613,-1,8829,-1,-1,-1,54,243,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,432,-1,-1,-1,675,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,81,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,108,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,135,-1,-1,-1,-1,-1,-1,-1,-1,-1,
162,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,189,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,216,-1,-1,-1,-1,-1,-1,
ContextualKeyword._abstract<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,270,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,297,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,324,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,351,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,378,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,405,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword.
_accessor<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._as<<1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,459,-1,-1,-1,-1,-1,594,-1,-1,-1,-1,-1,-1,486,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,513,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,540,-1,-1,-1,-1,-1,-1,ContextualKeyword._assert<<1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,567,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._asserts<<1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,621,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,648,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._async<<
1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,702,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,729,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,756,-1,-1,-1,-1,-1,-1,ContextualKeyword._await<<1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,810,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,837,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,864,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,891,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._break<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,945,-1,-1,-1,-1,-1,-1,1107,-1,-1,-1,1242,-1,-1,1350,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,972,1026,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,999,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._case<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,1053,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1080,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._catch<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1134,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,1161,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1188,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1215,-1,-1,-1,-1,-1,-1,
-1,ContextualKeyword._checks<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1269,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,1296,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1323,-1,-1,-1,-1,-1,-1,-1,(TokenType.
_class<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,1377,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1404,1620,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1431,-1,-1,-1,-1,-1,-1,(TokenType._const<<
1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1458,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,1485,-1,-1,-1,-1,-1,-1,-1,-1,1512,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1539,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,1566,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1593,-1,-1,-1,
-1,-1,-1,-1,-1,ContextualKeyword._constructor<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1647,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,1674,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1701,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,1728,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._continue<<1)+
1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1782,-1,-1,-1,-1,-1,-1,-1,
-1,-1,2349,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1809,1971,-1,-1,2106,-1,-1,-1,-1,-1,2241,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1836,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1863,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1890,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1917,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1944,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._debugger<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,1998,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,2025,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,2052,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2079,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,ContextualKeyword._declare<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,2133,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,2160,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2187,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2214,-1,-1,-1,-1,-1,-1,(TokenType._default<<1)+1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2268,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2295,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,2322,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._delete<<1)+1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._do<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2403,-1,2484,-1,-1,-1,-1,-1,-1,-1,-1,-1,2565,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2430,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2457,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._else<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2511,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2538,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._enum<<1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2592,-1,-1,-1,2727,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2619,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2646,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
2673,-1,-1,-1,-1,-1,-1,(TokenType._export<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2700,-1,-1,-1,-1,-1,
-1,-1,ContextualKeyword._exports<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,2754,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2781,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2808,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2835,-1,-1,-1,-1,-1,-1,-1,(TokenType._extends<<1)+1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2889,-1,-1,-1,-1,-1,-1,-1,2997,-1,-1,-1,-1,-1,3159,-1,
-1,3213,-1,-1,3294,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2916,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2943,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,2970,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._false<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3024,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3051,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3078,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3105,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3132,-1,(TokenType._finally<<1)+1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3186,-1,-1,
-1,-1,-1,-1,-1,-1,(TokenType._for<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3240,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3267,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._from<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3321,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3348,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,3375,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3402,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3429,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3456,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._function<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3510,-1,-1,-1,-1,-1,-1,3564,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3537,-1,-1,-1,-1,-1,-1,ContextualKeyword._get<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3591,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,3618,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3645,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3672,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,ContextualKeyword._global<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,3726,-1,-1,-1,-1,-1,-1,3753,4077,-1,-1,-1,-1,4590,-1,-1,-1,-1,-1,-1,-1,(TokenType._if<<1)+1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3780,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3807,-1,-1,3996,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,3834,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3861,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3888,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3915,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,3942,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,3969,-1,-1,-1,-1,-1,
-1,-1,ContextualKeyword._implements<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4023,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,4050,-1,-1,-1,-1,-1,-1,(TokenType._import<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._in<<1)+1,-1,-1,-1,-1,-1,4104,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4185,4401,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,4131,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,4158,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._infer<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4212,-1,-1,-1,-1,-1,-1,
-1,4239,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,4266,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4293,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,4320,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,4347,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4374,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,(TokenType._instanceof<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,4428,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,4455,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4482,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,4509,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4536,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4563,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,ContextualKeyword._interface<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword.
_is<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4644,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,4671,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4698,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4725,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._keyof<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4779,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4806,-1,-1,-1,-1,-1,-1,(TokenType._let<<1)+1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4860,-1,-1,-1,-1,-1,4995,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4887,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,4914,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4941,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,4968,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword.
_mixins<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5022,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5049,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5076,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5103,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._module<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5157,-1,-1,-1,5373,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5427,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5184,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5211,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5238,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5265,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5292,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5319,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5346,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword.
_namespace<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5400,-1,-1,-1,(TokenType._new<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5454,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5481,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._null<<1)+1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5535,-1,-1,-1,-1,-1,-1,-1,-1,-1,5562,-1,-1,-1,
-1,5697,5751,-1,-1,-1,-1,ContextualKeyword._of<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,5589,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,5616,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5643,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,5670,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._opaque<<
1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,5724,-1,-1,-1,-1,-1,-1,ContextualKeyword._out<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5778,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5805,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
5832,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5859,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,5886,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5913,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._override<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,5967,-1,-1,6345,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,5994,-1,-1,-1,-1,-1,6129,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,6021,-1,-1,-1,-1,-1,6048,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6075,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6102,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._private<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6156,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,6183,-1,-1,-1,-1,-1,-1,-1,-1,-1,6318,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6210,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6237,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,6264,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6291,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._protected<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._proto<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,6372,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,6399,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6426,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6453,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword.
_public<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6507,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6534,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6696,-1,-1,6831,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6561,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,6588,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6615,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6642,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6669,-1,ContextualKeyword._readonly<<1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
6723,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6750,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6777,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6804,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._require<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6858,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6885,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6912,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,(TokenType._return<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,6966,-1,-1,-1,7182,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7236,7371,-1,7479,-1,7614,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,6993,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7020,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7047,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
7074,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7101,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7128,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7155,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._satisfies<<1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
7209,-1,-1,-1,-1,-1,-1,ContextualKeyword._set<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,7263,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,7290,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7317,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,7344,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._static<<
1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,7398,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7425,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7452,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._super<<1)+1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7506,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7533,-1,-1,-1,-1,-1,-1,-1,-1,-1,7560,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7587,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._switch<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7641,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7668,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7695,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7722,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._symbol<<
1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7776,-1,-1,-1,-1,
-1,-1,-1,-1,-1,7938,-1,-1,-1,-1,-1,-1,8046,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7803,-1,-1,-1,-1,-1,-1,-1,-1,7857,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7830,-1,-1,-1,-1,-1,-1,-1,(TokenType._this<<1)+1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7884,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7911,-1,-1,-1,(TokenType.
_throw<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,7965,-1,-1,-1,8019,-1,-1,-1,-1,-1,-1,7992,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,(TokenType._true<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType.
_try<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,8073,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8100,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,ContextualKeyword._type<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8127,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,8154,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._typeof<<1)+1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8208,-1,-1,-1,-1,
8343,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8235,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8262,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,8289,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8316,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword.
_unique<<1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8370,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8397,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8424,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,ContextualKeyword._using<<
1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8478,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,8532,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8505,-1,-1,-1,-1,-1,-1,
-1,-1,(TokenType._var<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,8559,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8586,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._void<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8640,8748,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
8667,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8694,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8721,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._while<<
1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,8775,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8802,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,(TokenType._with<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,8856,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8883,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,8910,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,8937,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,(TokenType._yield<<1)+1,-1,-1,-1,-1,-1,-1,-1,-1,
-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1]);function readWord(){let treePos=0,code=0,pos=state.pos;for(;pos<input.length&&(code=input.charCodeAt(pos),!(code<charCodes.
lowercaseA||code>charCodes.lowercaseZ));){let next2=READ_WORD_TREE[treePos+(code-charCodes.lowercaseA)+1];if(next2===-1)
break;treePos=next2,pos++}let keywordValue=READ_WORD_TREE[treePos];if(keywordValue>-1&&!IS_IDENTIFIER_CHAR[code]){state.
pos=pos,keywordValue&1?finishToken(keywordValue>>>1):finishToken(TokenType.name,keywordValue>>>1);return}for(;pos<input.
length;){let ch=input.charCodeAt(pos);if(IS_IDENTIFIER_CHAR[ch])pos++;else if(ch===charCodes.backslash){if(pos+=2,input.
charCodeAt(pos)===charCodes.leftCurlyBrace){for(;pos<input.length&&input.charCodeAt(pos)!==charCodes.rightCurlyBrace;)pos++;
pos++}}else if(ch===charCodes.atSign&&input.charCodeAt(pos+1)===charCodes.atSign)pos+=2;else break}state.pos=pos,finishToken(
TokenType.name)}var IdentifierRole;(function(IdentifierRole2){IdentifierRole2[IdentifierRole2.Access=0]="Access";let ExportAccess=1;IdentifierRole2[IdentifierRole2.
ExportAccess=ExportAccess]="ExportAccess";let TopLevelDeclaration=ExportAccess+1;IdentifierRole2[IdentifierRole2.TopLevelDeclaration=
TopLevelDeclaration]="TopLevelDeclaration";let FunctionScopedDeclaration=TopLevelDeclaration+1;IdentifierRole2[IdentifierRole2.
FunctionScopedDeclaration=FunctionScopedDeclaration]="FunctionScopedDeclaration";let BlockScopedDeclaration=FunctionScopedDeclaration+
1;IdentifierRole2[IdentifierRole2.BlockScopedDeclaration=BlockScopedDeclaration]="BlockScopedDeclaration";let ObjectShorthandTopLevelDeclaration=BlockScopedDeclaration+
1;IdentifierRole2[IdentifierRole2.ObjectShorthandTopLevelDeclaration=ObjectShorthandTopLevelDeclaration]="ObjectShorthan\
dTopLevelDeclaration";let ObjectShorthandFunctionScopedDeclaration=ObjectShorthandTopLevelDeclaration+1;IdentifierRole2[IdentifierRole2.
ObjectShorthandFunctionScopedDeclaration=ObjectShorthandFunctionScopedDeclaration]="ObjectShorthandFunctionScopedDeclara\
tion";let ObjectShorthandBlockScopedDeclaration=ObjectShorthandFunctionScopedDeclaration+1;IdentifierRole2[IdentifierRole2.
ObjectShorthandBlockScopedDeclaration=ObjectShorthandBlockScopedDeclaration]="ObjectShorthandBlockScopedDeclaration";let ObjectShorthand=ObjectShorthandBlockScopedDeclaration+
1;IdentifierRole2[IdentifierRole2.ObjectShorthand=ObjectShorthand]="ObjectShorthand";let ImportDeclaration=ObjectShorthand+
1;IdentifierRole2[IdentifierRole2.ImportDeclaration=ImportDeclaration]="ImportDeclaration";let ObjectKey=ImportDeclaration+
1;IdentifierRole2[IdentifierRole2.ObjectKey=ObjectKey]="ObjectKey";let ImportAccess=ObjectKey+1;IdentifierRole2[IdentifierRole2.
ImportAccess=ImportAccess]="ImportAccess"})(IdentifierRole||(IdentifierRole={}));var JSXRole;(function(JSXRole2){JSXRole2[JSXRole2.
NoChildren=0]="NoChildren";let OneChild=1;JSXRole2[JSXRole2.OneChild=OneChild]="OneChild";let StaticChildren=OneChild+1;
JSXRole2[JSXRole2.StaticChildren=StaticChildren]="StaticChildren";let KeyAfterPropSpread=StaticChildren+1;JSXRole2[JSXRole2.
KeyAfterPropSpread=KeyAfterPropSpread]="KeyAfterPropSpread"})(JSXRole||(JSXRole={}));var Token=class{constructor(){this.type=state.type,this.contextualKeyword=state.contextualKeyword,this.start=state.start,
this.end=state.end,this.scopeDepth=state.scopeDepth,this.isType=state.isType,this.identifierRole=null,this.jsxRole=null,
this.shadowsGlobal=!1,this.isAsyncOperation=!1,this.contextId=null,this.rhsEndIndex=null,this.isExpression=!1,this.numNullishCoalesceStarts=
0,this.numNullishCoalesceEnds=0,this.isOptionalChainStart=!1,this.isOptionalChainEnd=!1,this.subscriptStartIndex=null,this.
nullishStartIndex=null}};function next(){state.tokens.push(new Token),nextToken()}function nextTemplateToken(){state.tokens.
push(new Token),state.start=state.pos,readTmplToken()}function retokenizeSlashAsRegex(){state.type===TokenType.assign&&--state.
pos,readRegexp()}function pushTypeContext(existingTokensInType){for(let i=state.tokens.length-existingTokensInType;i<state.
tokens.length;i++)state.tokens[i].isType=!0;let oldIsType=state.isType;return state.isType=!0,oldIsType}function popTypeContext(oldIsType){
state.isType=oldIsType}function eat(type){return match(type)?(next(),!0):!1}function eatTypeToken(tokenType){let oldIsType=state.
isType;state.isType=!0,eat(tokenType),state.isType=oldIsType}function match(type){return state.type===type}function lookaheadType(){
let snapshot=state.snapshot();next();let type=state.type;return state.restoreFromSnapshot(snapshot),type}var TypeAndKeyword=class{constructor(type,contextualKeyword){
this.type=type,this.contextualKeyword=contextualKeyword}};function lookaheadTypeAndKeyword(){let snapshot=state.snapshot();
next();let type=state.type,contextualKeyword=state.contextualKeyword;return state.restoreFromSnapshot(snapshot),new TypeAndKeyword(
type,contextualKeyword)}function nextTokenStart(){return nextTokenStartSince(state.pos)}function nextTokenStartSince(pos){
skipWhiteSpace.lastIndex=pos;let skip=skipWhiteSpace.exec(input);return pos+skip[0].length}function lookaheadCharCode(){
return input.charCodeAt(nextTokenStart())}function nextToken(){if(skipSpace(),state.start=state.pos,state.pos>=input.length){
let tokens=state.tokens;tokens.length>=2&&tokens[tokens.length-1].start>=input.length&&tokens[tokens.length-2].start>=input.
length&&unexpected("Unexpectedly reached the end of input."),finishToken(TokenType.eof);return}readToken(input.charCodeAt(
state.pos))}function readToken(code){IS_IDENTIFIER_START[code]||code===charCodes.backslash||code===charCodes.atSign&&input.
charCodeAt(state.pos+1)===charCodes.atSign?readWord():getTokenFromCode(code)}function skipBlockComment(){for(;input.charCodeAt(
state.pos)!==charCodes.asterisk||input.charCodeAt(state.pos+1)!==charCodes.slash;)if(state.pos++,state.pos>input.length){
unexpected("Unterminated comment",state.pos-2);return}state.pos+=2}function skipLineComment(startSkip){let ch=input.charCodeAt(
state.pos+=startSkip);if(state.pos<input.length)for(;ch!==charCodes.lineFeed&&ch!==charCodes.carriageReturn&&ch!==charCodes.
lineSeparator&&ch!==charCodes.paragraphSeparator&&++state.pos<input.length;)ch=input.charCodeAt(state.pos)}function skipSpace(){
for(;state.pos<input.length;){let ch=input.charCodeAt(state.pos);switch(ch){case charCodes.carriageReturn:input.charCodeAt(
state.pos+1)===charCodes.lineFeed&&++state.pos;case charCodes.lineFeed:case charCodes.lineSeparator:case charCodes.paragraphSeparator:
++state.pos;break;case charCodes.slash:switch(input.charCodeAt(state.pos+1)){case charCodes.asterisk:state.pos+=2,skipBlockComment();
break;case charCodes.slash:skipLineComment(2);break;default:return}break;default:if(IS_WHITESPACE[ch])++state.pos;else return}}}
function finishToken(type,contextualKeyword=ContextualKeyword.NONE){state.end=state.pos,state.type=type,state.contextualKeyword=
contextualKeyword}function readToken_dot(){let nextChar=input.charCodeAt(state.pos+1);if(nextChar>=charCodes.digit0&&nextChar<=
charCodes.digit9){readNumber(!0);return}nextChar===charCodes.dot&&input.charCodeAt(state.pos+2)===charCodes.dot?(state.pos+=
3,finishToken(TokenType.ellipsis)):(++state.pos,finishToken(TokenType.dot))}function readToken_slash(){input.charCodeAt(
state.pos+1)===charCodes.equalsTo?finishOp(TokenType.assign,2):finishOp(TokenType.slash,1)}function readToken_mult_modulo(code){
let tokenType=code===charCodes.asterisk?TokenType.star:TokenType.modulo,width=1,nextChar=input.charCodeAt(state.pos+1);code===
charCodes.asterisk&&nextChar===charCodes.asterisk&&(width++,nextChar=input.charCodeAt(state.pos+2),tokenType=TokenType.exponent),
nextChar===charCodes.equalsTo&&input.charCodeAt(state.pos+2)!==charCodes.greaterThan&&(width++,tokenType=TokenType.assign),
finishOp(tokenType,width)}function readToken_pipe_amp(code){let nextChar=input.charCodeAt(state.pos+1);if(nextChar===code){
input.charCodeAt(state.pos+2)===charCodes.equalsTo?finishOp(TokenType.assign,3):finishOp(code===charCodes.verticalBar?TokenType.
logicalOR:TokenType.logicalAND,2);return}if(code===charCodes.verticalBar){if(nextChar===charCodes.greaterThan){finishOp(
TokenType.pipeline,2);return}else if(nextChar===charCodes.rightCurlyBrace&&isFlowEnabled){finishOp(TokenType.braceBarR,2);
return}}if(nextChar===charCodes.equalsTo){finishOp(TokenType.assign,2);return}finishOp(code===charCodes.verticalBar?TokenType.
bitwiseOR:TokenType.bitwiseAND,1)}function readToken_caret(){input.charCodeAt(state.pos+1)===charCodes.equalsTo?finishOp(
TokenType.assign,2):finishOp(TokenType.bitwiseXOR,1)}function readToken_plus_min(code){let nextChar=input.charCodeAt(state.
pos+1);if(nextChar===code){finishOp(TokenType.preIncDec,2);return}nextChar===charCodes.equalsTo?finishOp(TokenType.assign,
2):code===charCodes.plusSign?finishOp(TokenType.plus,1):finishOp(TokenType.minus,1)}function readToken_lt(){let nextChar=input.
charCodeAt(state.pos+1);if(nextChar===charCodes.lessThan){if(input.charCodeAt(state.pos+2)===charCodes.equalsTo){finishOp(
TokenType.assign,3);return}state.isType?finishOp(TokenType.lessThan,1):finishOp(TokenType.bitShiftL,2);return}nextChar===
charCodes.equalsTo?finishOp(TokenType.relationalOrEqual,2):finishOp(TokenType.lessThan,1)}function readToken_gt(){if(state.
isType){finishOp(TokenType.greaterThan,1);return}let nextChar=input.charCodeAt(state.pos+1);if(nextChar===charCodes.greaterThan){
let size=input.charCodeAt(state.pos+2)===charCodes.greaterThan?3:2;if(input.charCodeAt(state.pos+size)===charCodes.equalsTo){
finishOp(TokenType.assign,size+1);return}finishOp(TokenType.bitShiftR,size);return}nextChar===charCodes.equalsTo?finishOp(
TokenType.relationalOrEqual,2):finishOp(TokenType.greaterThan,1)}function rescan_gt(){state.type===TokenType.greaterThan&&
(state.pos-=1,readToken_gt())}function readToken_eq_excl(code){let nextChar=input.charCodeAt(state.pos+1);if(nextChar===
charCodes.equalsTo){finishOp(TokenType.equality,input.charCodeAt(state.pos+2)===charCodes.equalsTo?3:2);return}if(code===
charCodes.equalsTo&&nextChar===charCodes.greaterThan){state.pos+=2,finishToken(TokenType.arrow);return}finishOp(code===charCodes.
equalsTo?TokenType.eq:TokenType.bang,1)}function readToken_question(){let nextChar=input.charCodeAt(state.pos+1),nextChar2=input.
charCodeAt(state.pos+2);nextChar===charCodes.questionMark&&!(isFlowEnabled&&state.isType)?nextChar2===charCodes.equalsTo?
finishOp(TokenType.assign,3):finishOp(TokenType.nullishCoalescing,2):nextChar===charCodes.dot&&!(nextChar2>=charCodes.digit0&&
nextChar2<=charCodes.digit9)?(state.pos+=2,finishToken(TokenType.questionDot)):(++state.pos,finishToken(TokenType.question))}
function getTokenFromCode(code){switch(code){case charCodes.numberSign:++state.pos,finishToken(TokenType.hash);return;case charCodes.
dot:readToken_dot();return;case charCodes.leftParenthesis:++state.pos,finishToken(TokenType.parenL);return;case charCodes.
rightParenthesis:++state.pos,finishToken(TokenType.parenR);return;case charCodes.semicolon:++state.pos,finishToken(TokenType.
semi);return;case charCodes.comma:++state.pos,finishToken(TokenType.comma);return;case charCodes.leftSquareBracket:++state.
pos,finishToken(TokenType.bracketL);return;case charCodes.rightSquareBracket:++state.pos,finishToken(TokenType.bracketR);
return;case charCodes.leftCurlyBrace:isFlowEnabled&&input.charCodeAt(state.pos+1)===charCodes.verticalBar?finishOp(TokenType.
braceBarL,2):(++state.pos,finishToken(TokenType.braceL));return;case charCodes.rightCurlyBrace:++state.pos,finishToken(TokenType.
braceR);return;case charCodes.colon:input.charCodeAt(state.pos+1)===charCodes.colon?finishOp(TokenType.doubleColon,2):(++state.
pos,finishToken(TokenType.colon));return;case charCodes.questionMark:readToken_question();return;case charCodes.atSign:++state.
pos,finishToken(TokenType.at);return;case charCodes.graveAccent:++state.pos,finishToken(TokenType.backQuote);return;case charCodes.
digit0:{let nextChar=input.charCodeAt(state.pos+1);if(nextChar===charCodes.lowercaseX||nextChar===charCodes.uppercaseX||
nextChar===charCodes.lowercaseO||nextChar===charCodes.uppercaseO||nextChar===charCodes.lowercaseB||nextChar===charCodes.
uppercaseB){readRadixNumber();return}}case charCodes.digit1:case charCodes.digit2:case charCodes.digit3:case charCodes.digit4:case charCodes.
digit5:case charCodes.digit6:case charCodes.digit7:case charCodes.digit8:case charCodes.digit9:readNumber(!1);return;case charCodes.
quotationMark:case charCodes.apostrophe:readString(code);return;case charCodes.slash:readToken_slash();return;case charCodes.
percentSign:case charCodes.asterisk:readToken_mult_modulo(code);return;case charCodes.verticalBar:case charCodes.ampersand:
readToken_pipe_amp(code);return;case charCodes.caret:readToken_caret();return;case charCodes.plusSign:case charCodes.dash:
readToken_plus_min(code);return;case charCodes.lessThan:readToken_lt();return;case charCodes.greaterThan:readToken_gt();
return;case charCodes.equalsTo:case charCodes.exclamationMark:readToken_eq_excl(code);return;case charCodes.tilde:finishOp(
TokenType.tilde,1);return;default:break}unexpected(`Unexpected character '${String.fromCharCode(code)}'`,state.pos)}function finishOp(type,size){
state.pos+=size,finishToken(type)}function readRegexp(){let start=state.pos,escaped=!1,inClass=!1;for(;;){if(state.pos>=
input.length){unexpected("Unterminated regular expression",start);return}let code=input.charCodeAt(state.pos);if(escaped)
escaped=!1;else{if(code===charCodes.leftSquareBracket)inClass=!0;else if(code===charCodes.rightSquareBracket&&inClass)inClass=
!1;else if(code===charCodes.slash&&!inClass)break;escaped=code===charCodes.backslash}++state.pos}++state.pos,skipWord(),
finishToken(TokenType.regexp)}function readInt(){for(;;){let code=input.charCodeAt(state.pos);if(code>=charCodes.digit0&&
code<=charCodes.digit9||code===charCodes.underscore)state.pos++;else break}}function readRadixNumber(){for(state.pos+=2;;){
let code=input.charCodeAt(state.pos);if(code>=charCodes.digit0&&code<=charCodes.digit9||code>=charCodes.lowercaseA&&code<=
charCodes.lowercaseF||code>=charCodes.uppercaseA&&code<=charCodes.uppercaseF||code===charCodes.underscore)state.pos++;else
break}input.charCodeAt(state.pos)===charCodes.lowercaseN?(++state.pos,finishToken(TokenType.bigint)):finishToken(TokenType.
num)}function readNumber(startsWithDot){let isBigInt=!1,isDecimal=!1;startsWithDot||readInt();let nextChar=input.charCodeAt(
state.pos);if(nextChar===charCodes.dot&&(++state.pos,readInt(),nextChar=input.charCodeAt(state.pos)),(nextChar===charCodes.
uppercaseE||nextChar===charCodes.lowercaseE)&&(nextChar=input.charCodeAt(++state.pos),(nextChar===charCodes.plusSign||nextChar===
charCodes.dash)&&++state.pos,readInt(),nextChar=input.charCodeAt(state.pos)),nextChar===charCodes.lowercaseN?(++state.pos,
isBigInt=!0):nextChar===charCodes.lowercaseM&&(++state.pos,isDecimal=!0),isBigInt){finishToken(TokenType.bigint);return}
if(isDecimal){finishToken(TokenType.decimal);return}finishToken(TokenType.num)}function readString(quote){for(state.pos++;;){
if(state.pos>=input.length){unexpected("Unterminated string constant");return}let ch=input.charCodeAt(state.pos);if(ch===
charCodes.backslash)state.pos++;else if(ch===quote)break;state.pos++}state.pos++,finishToken(TokenType.string)}function readTmplToken(){
for(;;){if(state.pos>=input.length){unexpected("Unterminated template");return}let ch=input.charCodeAt(state.pos);if(ch===
charCodes.graveAccent||ch===charCodes.dollarSign&&input.charCodeAt(state.pos+1)===charCodes.leftCurlyBrace){if(state.pos===
state.start&&match(TokenType.template))if(ch===charCodes.dollarSign){state.pos+=2,finishToken(TokenType.dollarBraceL);return}else{
++state.pos,finishToken(TokenType.backQuote);return}finishToken(TokenType.template);return}ch===charCodes.backslash&&state.
pos++,state.pos++}}function skipWord(){for(;state.pos<input.length;){let ch=input.charCodeAt(state.pos);if(IS_IDENTIFIER_CHAR[ch])
state.pos++;else if(ch===charCodes.backslash){if(state.pos+=2,input.charCodeAt(state.pos)===charCodes.leftCurlyBrace){for(;state.
pos<input.length&&input.charCodeAt(state.pos)!==charCodes.rightCurlyBrace;)state.pos++;state.pos++}}else break}}function parseSpread(){next(),parseMaybeAssign(!1)}function parseRest(isBlockScope){next(),parseBindingAtom(isBlockScope)}
function parseBindingIdentifier(isBlockScope){parseIdentifier(),markPriorBindingIdentifier(isBlockScope)}function parseImportedIdentifier(){
parseIdentifier(),state.tokens[state.tokens.length-1].identifierRole=IdentifierRole.ImportDeclaration}function markPriorBindingIdentifier(isBlockScope){
let identifierRole;state.scopeDepth===0?identifierRole=IdentifierRole.TopLevelDeclaration:isBlockScope?identifierRole=IdentifierRole.
BlockScopedDeclaration:identifierRole=IdentifierRole.FunctionScopedDeclaration,state.tokens[state.tokens.length-1].identifierRole=
identifierRole}function parseBindingAtom(isBlockScope){switch(state.type){case TokenType._this:{let oldIsType=pushTypeContext(
0);next(),popTypeContext(oldIsType);return}case TokenType._yield:case TokenType.name:{state.type=TokenType.name,parseBindingIdentifier(
isBlockScope);return}case TokenType.bracketL:{next(),parseBindingList(TokenType.bracketR,isBlockScope,!0);return}case TokenType.
braceL:parseObj(!0,isBlockScope);return;default:unexpected()}}function parseBindingList(close,isBlockScope,allowEmpty=!1,allowModifiers=!1,contextId=0){
let first=!0,hasRemovedComma=!1,firstItemTokenIndex=state.tokens.length;for(;!eat(close)&&!state.error;)if(first?first=!1:
(expect(TokenType.comma),state.tokens[state.tokens.length-1].contextId=contextId,!hasRemovedComma&&state.tokens[firstItemTokenIndex].
isType&&(state.tokens[state.tokens.length-1].isType=!0,hasRemovedComma=!0)),!(allowEmpty&&match(TokenType.comma))){if(eat(
close))break;if(match(TokenType.ellipsis)){parseRest(isBlockScope),parseAssignableListItemTypes(),eat(TokenType.comma),expect(
close);break}else parseAssignableListItem(allowModifiers,isBlockScope)}}function parseAssignableListItem(allowModifiers,isBlockScope){
allowModifiers&&tsParseModifiers([ContextualKeyword._public,ContextualKeyword._protected,ContextualKeyword._private,ContextualKeyword.
_readonly,ContextualKeyword._override]),parseMaybeDefault(isBlockScope),parseAssignableListItemTypes(),parseMaybeDefault(
isBlockScope,!0)}function parseAssignableListItemTypes(){isFlowEnabled?flowParseAssignableListItemTypes():isTypeScriptEnabled&&
tsParseAssignableListItemTypes()}function parseMaybeDefault(isBlockScope,leftAlreadyParsed=!1){if(leftAlreadyParsed||parseBindingAtom(
isBlockScope),!eat(TokenType.eq))return;let eqIndex=state.tokens.length-1;parseMaybeAssign(),state.tokens[eqIndex].rhsEndIndex=
state.tokens.length}function tsIsIdentifier(){return match(TokenType.name)}function isLiteralPropertyName(){return match(TokenType.name)||!!(state.
type&TokenType.IS_KEYWORD)||match(TokenType.string)||match(TokenType.num)||match(TokenType.bigint)||match(TokenType.decimal)}
function tsNextTokenCanFollowModifier(){let snapshot=state.snapshot();return next(),(match(TokenType.bracketL)||match(TokenType.
braceL)||match(TokenType.star)||match(TokenType.ellipsis)||match(TokenType.hash)||isLiteralPropertyName())&&!hasPrecedingLineBreak()?
!0:(state.restoreFromSnapshot(snapshot),!1)}function tsParseModifiers(allowedModifiers){for(;tsParseModifier(allowedModifiers)!==
null;);}function tsParseModifier(allowedModifiers){if(!match(TokenType.name))return null;let modifier=state.contextualKeyword;
if(allowedModifiers.indexOf(modifier)!==-1&&tsNextTokenCanFollowModifier()){switch(modifier){case ContextualKeyword._readonly:
state.tokens[state.tokens.length-1].type=TokenType._readonly;break;case ContextualKeyword._abstract:state.tokens[state.tokens.
length-1].type=TokenType._abstract;break;case ContextualKeyword._static:state.tokens[state.tokens.length-1].type=TokenType.
_static;break;case ContextualKeyword._public:state.tokens[state.tokens.length-1].type=TokenType._public;break;case ContextualKeyword.
_private:state.tokens[state.tokens.length-1].type=TokenType._private;break;case ContextualKeyword._protected:state.tokens[state.
tokens.length-1].type=TokenType._protected;break;case ContextualKeyword._override:state.tokens[state.tokens.length-1].type=
TokenType._override;break;case ContextualKeyword._declare:state.tokens[state.tokens.length-1].type=TokenType._declare;break;default:
break}return modifier}return null}function tsParseEntityName(){for(parseIdentifier();eat(TokenType.dot);)parseIdentifier()}
function tsParseTypeReference(){tsParseEntityName(),!hasPrecedingLineBreak()&&match(TokenType.lessThan)&&tsParseTypeArguments()}
function tsParseThisTypePredicate(){next(),tsParseTypeAnnotation()}function tsParseThisTypeNode(){next()}function tsParseTypeQuery(){
expect(TokenType._typeof),match(TokenType._import)?tsParseImportType():tsParseEntityName(),!hasPrecedingLineBreak()&&match(
TokenType.lessThan)&&tsParseTypeArguments()}function tsParseImportType(){expect(TokenType._import),expect(TokenType.parenL),
expect(TokenType.string),expect(TokenType.parenR),eat(TokenType.dot)&&tsParseEntityName(),match(TokenType.lessThan)&&tsParseTypeArguments()}
function tsParseTypeParameter(){eat(TokenType._const);let hadIn=eat(TokenType._in),hadOut=eatContextual(ContextualKeyword.
_out);eat(TokenType._const),(hadIn||hadOut)&&!match(TokenType.name)?state.tokens[state.tokens.length-1].type=TokenType.name:
parseIdentifier(),eat(TokenType._extends)&&tsParseType(),eat(TokenType.eq)&&tsParseType()}function tsTryParseTypeParameters(){
match(TokenType.lessThan)&&tsParseTypeParameters()}function tsParseTypeParameters(){let oldIsType=pushTypeContext(0);for(match(
TokenType.lessThan)||match(TokenType.typeParameterStart)?next():unexpected();!eat(TokenType.greaterThan)&&!state.error;)
tsParseTypeParameter(),eat(TokenType.comma);popTypeContext(oldIsType)}function tsFillSignature(returnToken){let returnTokenRequired=returnToken===
TokenType.arrow;tsTryParseTypeParameters(),expect(TokenType.parenL),state.scopeDepth++,tsParseBindingListForSignature(!1),
state.scopeDepth--,(returnTokenRequired||match(returnToken))&&tsParseTypeOrTypePredicateAnnotation(returnToken)}function tsParseBindingListForSignature(isBlockScope){
parseBindingList(TokenType.parenR,isBlockScope)}function tsParseTypeMemberSemicolon(){eat(TokenType.comma)||semicolon()}
function tsParseSignatureMember(){tsFillSignature(TokenType.colon),tsParseTypeMemberSemicolon()}function tsIsUnambiguouslyIndexSignature(){
let snapshot=state.snapshot();next();let isIndexSignature=eat(TokenType.name)&&match(TokenType.colon);return state.restoreFromSnapshot(
snapshot),isIndexSignature}function tsTryParseIndexSignature(){if(!(match(TokenType.bracketL)&&tsIsUnambiguouslyIndexSignature()))
return!1;let oldIsType=pushTypeContext(0);return expect(TokenType.bracketL),parseIdentifier(),tsParseTypeAnnotation(),expect(
TokenType.bracketR),tsTryParseTypeAnnotation(),tsParseTypeMemberSemicolon(),popTypeContext(oldIsType),!0}function tsParsePropertyOrMethodSignature(isReadonly){
eat(TokenType.question),!isReadonly&&(match(TokenType.parenL)||match(TokenType.lessThan))?(tsFillSignature(TokenType.colon),
tsParseTypeMemberSemicolon()):(tsTryParseTypeAnnotation(),tsParseTypeMemberSemicolon())}function tsParseTypeMember(){if(match(
TokenType.parenL)||match(TokenType.lessThan)){tsParseSignatureMember();return}if(match(TokenType._new)){next(),match(TokenType.
parenL)||match(TokenType.lessThan)?tsParseSignatureMember():tsParsePropertyOrMethodSignature(!1);return}let readonly=!!tsParseModifier(
[ContextualKeyword._readonly]);tsTryParseIndexSignature()||((isContextual(ContextualKeyword._get)||isContextual(ContextualKeyword.
_set))&&tsNextTokenCanFollowModifier(),parsePropertyName(-1),tsParsePropertyOrMethodSignature(readonly))}function tsParseTypeLiteral(){
tsParseObjectTypeMembers()}function tsParseObjectTypeMembers(){for(expect(TokenType.braceL);!eat(TokenType.braceR)&&!state.
error;)tsParseTypeMember()}function tsLookaheadIsStartOfMappedType(){let snapshot=state.snapshot(),isStartOfMappedType=tsIsStartOfMappedType();
return state.restoreFromSnapshot(snapshot),isStartOfMappedType}function tsIsStartOfMappedType(){return next(),eat(TokenType.
plus)||eat(TokenType.minus)?isContextual(ContextualKeyword._readonly):(isContextual(ContextualKeyword._readonly)&&next(),
!match(TokenType.bracketL)||(next(),!tsIsIdentifier())?!1:(next(),match(TokenType._in)))}function tsParseMappedTypeParameter(){
parseIdentifier(),expect(TokenType._in),tsParseType()}function tsParseMappedType(){expect(TokenType.braceL),match(TokenType.
plus)||match(TokenType.minus)?(next(),expectContextual(ContextualKeyword._readonly)):eatContextual(ContextualKeyword._readonly),
expect(TokenType.bracketL),tsParseMappedTypeParameter(),eatContextual(ContextualKeyword._as)&&tsParseType(),expect(TokenType.
bracketR),match(TokenType.plus)||match(TokenType.minus)?(next(),expect(TokenType.question)):eat(TokenType.question),tsTryParseType(),
semicolon(),expect(TokenType.braceR)}function tsParseTupleType(){for(expect(TokenType.bracketL);!eat(TokenType.bracketR)&&
!state.error;)tsParseTupleElementType(),eat(TokenType.comma)}function tsParseTupleElementType(){eat(TokenType.ellipsis)?
tsParseType():(tsParseType(),eat(TokenType.question)),eat(TokenType.colon)&&tsParseType()}function tsParseParenthesizedType(){
expect(TokenType.parenL),tsParseType(),expect(TokenType.parenR)}function tsParseTemplateLiteralType(){for(nextTemplateToken(),
nextTemplateToken();!match(TokenType.backQuote)&&!state.error;)expect(TokenType.dollarBraceL),tsParseType(),nextTemplateToken(),
nextTemplateToken();next()}var FunctionType;(function(FunctionType2){FunctionType2[FunctionType2.TSFunctionType=0]="TSFu\
nctionType";let TSConstructorType=1;FunctionType2[FunctionType2.TSConstructorType=TSConstructorType]="TSConstructorType";
let TSAbstractConstructorType=TSConstructorType+1;FunctionType2[FunctionType2.TSAbstractConstructorType=TSAbstractConstructorType]=
"TSAbstractConstructorType"})(FunctionType||(FunctionType={}));function tsParseFunctionOrConstructorType(type){type===FunctionType.
TSAbstractConstructorType&&expectContextual(ContextualKeyword._abstract),(type===FunctionType.TSConstructorType||type===
FunctionType.TSAbstractConstructorType)&&expect(TokenType._new);let oldInDisallowConditionalTypesContext=state.inDisallowConditionalTypesContext;
state.inDisallowConditionalTypesContext=!1,tsFillSignature(TokenType.arrow),state.inDisallowConditionalTypesContext=oldInDisallowConditionalTypesContext}
function tsParseNonArrayType(){switch(state.type){case TokenType.name:tsParseTypeReference();return;case TokenType._void:case TokenType.
_null:next();return;case TokenType.string:case TokenType.num:case TokenType.bigint:case TokenType.decimal:case TokenType.
_true:case TokenType._false:parseLiteral();return;case TokenType.minus:next(),parseLiteral();return;case TokenType._this:{
tsParseThisTypeNode(),isContextual(ContextualKeyword._is)&&!hasPrecedingLineBreak()&&tsParseThisTypePredicate();return}case TokenType.
_typeof:tsParseTypeQuery();return;case TokenType._import:tsParseImportType();return;case TokenType.braceL:tsLookaheadIsStartOfMappedType()?
tsParseMappedType():tsParseTypeLiteral();return;case TokenType.bracketL:tsParseTupleType();return;case TokenType.parenL:
tsParseParenthesizedType();return;case TokenType.backQuote:tsParseTemplateLiteralType();return;default:if(state.type&TokenType.
IS_KEYWORD){next(),state.tokens[state.tokens.length-1].type=TokenType.name;return}break}unexpected()}function tsParseArrayTypeOrHigher(){
for(tsParseNonArrayType();!hasPrecedingLineBreak()&&eat(TokenType.bracketL);)eat(TokenType.bracketR)||(tsParseType(),expect(
TokenType.bracketR))}function tsParseInferType(){if(expectContextual(ContextualKeyword._infer),parseIdentifier(),match(TokenType.
_extends)){let snapshot=state.snapshot();expect(TokenType._extends);let oldInDisallowConditionalTypesContext=state.inDisallowConditionalTypesContext;
state.inDisallowConditionalTypesContext=!0,tsParseType(),state.inDisallowConditionalTypesContext=oldInDisallowConditionalTypesContext,
(state.error||!state.inDisallowConditionalTypesContext&&match(TokenType.question))&&state.restoreFromSnapshot(snapshot)}}
function tsParseTypeOperatorOrHigher(){if(isContextual(ContextualKeyword._keyof)||isContextual(ContextualKeyword._unique)||
isContextual(ContextualKeyword._readonly))next(),tsParseTypeOperatorOrHigher();else if(isContextual(ContextualKeyword._infer))
tsParseInferType();else{let oldInDisallowConditionalTypesContext=state.inDisallowConditionalTypesContext;state.inDisallowConditionalTypesContext=
!1,tsParseArrayTypeOrHigher(),state.inDisallowConditionalTypesContext=oldInDisallowConditionalTypesContext}}function tsParseIntersectionTypeOrHigher(){
if(eat(TokenType.bitwiseAND),tsParseTypeOperatorOrHigher(),match(TokenType.bitwiseAND))for(;eat(TokenType.bitwiseAND);)tsParseTypeOperatorOrHigher()}
function tsParseUnionTypeOrHigher(){if(eat(TokenType.bitwiseOR),tsParseIntersectionTypeOrHigher(),match(TokenType.bitwiseOR))
for(;eat(TokenType.bitwiseOR);)tsParseIntersectionTypeOrHigher()}function tsIsStartOfFunctionType(){return match(TokenType.
lessThan)?!0:match(TokenType.parenL)&&tsLookaheadIsUnambiguouslyStartOfFunctionType()}function tsSkipParameterStart(){if(match(
TokenType.name)||match(TokenType._this))return next(),!0;if(match(TokenType.braceL)||match(TokenType.bracketL)){let depth=1;
for(next();depth>0&&!state.error;)match(TokenType.braceL)||match(TokenType.bracketL)?depth++:(match(TokenType.braceR)||match(
TokenType.bracketR))&&depth--,next();return!0}return!1}function tsLookaheadIsUnambiguouslyStartOfFunctionType(){let snapshot=state.
snapshot(),isUnambiguouslyStartOfFunctionType=tsIsUnambiguouslyStartOfFunctionType();return state.restoreFromSnapshot(snapshot),
isUnambiguouslyStartOfFunctionType}function tsIsUnambiguouslyStartOfFunctionType(){return next(),!!(match(TokenType.parenR)||
match(TokenType.ellipsis)||tsSkipParameterStart()&&(match(TokenType.colon)||match(TokenType.comma)||match(TokenType.question)||
match(TokenType.eq)||match(TokenType.parenR)&&(next(),match(TokenType.arrow))))}function tsParseTypeOrTypePredicateAnnotation(returnToken){
let oldIsType=pushTypeContext(0);expect(returnToken),tsParseTypePredicateOrAssertsPrefix()||tsParseType(),popTypeContext(
oldIsType)}function tsTryParseTypeOrTypePredicateAnnotation(){match(TokenType.colon)&&tsParseTypeOrTypePredicateAnnotation(
TokenType.colon)}function tsTryParseTypeAnnotation(){match(TokenType.colon)&&tsParseTypeAnnotation()}function tsTryParseType(){
eat(TokenType.colon)&&tsParseType()}function tsParseTypePredicateOrAssertsPrefix(){let snapshot=state.snapshot();return isContextual(
ContextualKeyword._asserts)?(next(),eatContextual(ContextualKeyword._is)?(tsParseType(),!0):tsIsIdentifier()||match(TokenType.
_this)?(next(),eatContextual(ContextualKeyword._is)&&tsParseType(),!0):(state.restoreFromSnapshot(snapshot),!1)):tsIsIdentifier()||
match(TokenType._this)?(next(),isContextual(ContextualKeyword._is)&&!hasPrecedingLineBreak()?(next(),tsParseType(),!0):(state.
restoreFromSnapshot(snapshot),!1)):!1}function tsParseTypeAnnotation(){let oldIsType=pushTypeContext(0);expect(TokenType.
colon),tsParseType(),popTypeContext(oldIsType)}function tsParseType(){if(tsParseNonConditionalType(),state.inDisallowConditionalTypesContext||
hasPrecedingLineBreak()||!eat(TokenType._extends))return;let oldInDisallowConditionalTypesContext=state.inDisallowConditionalTypesContext;
state.inDisallowConditionalTypesContext=!0,tsParseNonConditionalType(),state.inDisallowConditionalTypesContext=oldInDisallowConditionalTypesContext,
expect(TokenType.question),tsParseType(),expect(TokenType.colon),tsParseType()}function isAbstractConstructorSignature(){
return isContextual(ContextualKeyword._abstract)&&lookaheadType()===TokenType._new}function tsParseNonConditionalType(){
if(tsIsStartOfFunctionType()){tsParseFunctionOrConstructorType(FunctionType.TSFunctionType);return}if(match(TokenType._new)){
tsParseFunctionOrConstructorType(FunctionType.TSConstructorType);return}else if(isAbstractConstructorSignature()){tsParseFunctionOrConstructorType(
FunctionType.TSAbstractConstructorType);return}tsParseUnionTypeOrHigher()}function tsParseTypeAssertion(){let oldIsType=pushTypeContext(
1);tsParseType(),expect(TokenType.greaterThan),popTypeContext(oldIsType),parseMaybeUnary()}function tsTryParseJSXTypeArgument(){
if(eat(TokenType.jsxTagStart)){state.tokens[state.tokens.length-1].type=TokenType.typeParameterStart;let oldIsType=pushTypeContext(
1);for(;!match(TokenType.greaterThan)&&!state.error;)tsParseType(),eat(TokenType.comma);nextJSXTagToken(),popTypeContext(
oldIsType)}}function tsParseHeritageClause(){for(;!match(TokenType.braceL)&&!state.error;)tsParseExpressionWithTypeArguments(),
eat(TokenType.comma)}function tsParseExpressionWithTypeArguments(){tsParseEntityName(),match(TokenType.lessThan)&&tsParseTypeArguments()}
function tsParseInterfaceDeclaration(){parseBindingIdentifier(!1),tsTryParseTypeParameters(),eat(TokenType._extends)&&tsParseHeritageClause(),
tsParseObjectTypeMembers()}function tsParseTypeAliasDeclaration(){parseBindingIdentifier(!1),tsTryParseTypeParameters(),
expect(TokenType.eq),tsParseType(),semicolon()}function tsParseEnumMember(){if(match(TokenType.string)?parseLiteral():parseIdentifier(),
eat(TokenType.eq)){let eqIndex=state.tokens.length-1;parseMaybeAssign(),state.tokens[eqIndex].rhsEndIndex=state.tokens.length}}
function tsParseEnumDeclaration(){for(parseBindingIdentifier(!1),expect(TokenType.braceL);!eat(TokenType.braceR)&&!state.
error;)tsParseEnumMember(),eat(TokenType.comma)}function tsParseModuleBlock(){expect(TokenType.braceL),parseBlockBody(TokenType.
braceR)}function tsParseModuleOrNamespaceDeclaration(){parseBindingIdentifier(!1),eat(TokenType.dot)?tsParseModuleOrNamespaceDeclaration():
tsParseModuleBlock()}function tsParseAmbientExternalModuleDeclaration(){isContextual(ContextualKeyword._global)?parseIdentifier():
match(TokenType.string)?parseExprAtom():unexpected(),match(TokenType.braceL)?tsParseModuleBlock():semicolon()}function tsParseImportEqualsDeclaration(){
parseImportedIdentifier(),expect(TokenType.eq),tsParseModuleReference(),semicolon()}function tsIsExternalModuleReference(){
return isContextual(ContextualKeyword._require)&&lookaheadType()===TokenType.parenL}function tsParseModuleReference(){tsIsExternalModuleReference()?
tsParseExternalModuleReference():tsParseEntityName()}function tsParseExternalModuleReference(){expectContextual(ContextualKeyword.
_require),expect(TokenType.parenL),match(TokenType.string)||unexpected(),parseLiteral(),expect(TokenType.parenR)}function tsTryParseDeclare(){
if(isLineTerminator())return!1;switch(state.type){case TokenType._function:{let oldIsType=pushTypeContext(1);next();let functionStart=state.
start;return parseFunction(functionStart,!0),popTypeContext(oldIsType),!0}case TokenType._class:{let oldIsType=pushTypeContext(
1);return parseClass(!0,!1),popTypeContext(oldIsType),!0}case TokenType._const:if(match(TokenType._const)&&isLookaheadContextual(
ContextualKeyword._enum)){let oldIsType=pushTypeContext(1);return expect(TokenType._const),expectContextual(ContextualKeyword.
_enum),state.tokens[state.tokens.length-1].type=TokenType._enum,tsParseEnumDeclaration(),popTypeContext(oldIsType),!0}case TokenType.
_var:case TokenType._let:{let oldIsType=pushTypeContext(1);return parseVarStatement(state.type!==TokenType._var),popTypeContext(
oldIsType),!0}case TokenType.name:{let oldIsType=pushTypeContext(1),contextualKeyword=state.contextualKeyword,matched=!1;
return contextualKeyword===ContextualKeyword._global?(tsParseAmbientExternalModuleDeclaration(),matched=!0):matched=tsParseDeclaration(
contextualKeyword,!0),popTypeContext(oldIsType),matched}default:return!1}}function tsTryParseExportDeclaration(){return tsParseDeclaration(
state.contextualKeyword,!0)}function tsParseExpressionStatement(contextualKeyword){switch(contextualKeyword){case ContextualKeyword.
_declare:{let declareTokenIndex=state.tokens.length-1;if(tsTryParseDeclare())return state.tokens[declareTokenIndex].type=
TokenType._declare,!0;break}case ContextualKeyword._global:if(match(TokenType.braceL))return tsParseModuleBlock(),!0;break;default:
return tsParseDeclaration(contextualKeyword,!1)}return!1}function tsParseDeclaration(contextualKeyword,isBeforeToken){switch(contextualKeyword){case ContextualKeyword.
_abstract:if(tsCheckLineTerminator(isBeforeToken)&&match(TokenType._class))return state.tokens[state.tokens.length-1].type=
TokenType._abstract,parseClass(!0,!1),!0;break;case ContextualKeyword._enum:if(tsCheckLineTerminator(isBeforeToken)&&match(
TokenType.name))return state.tokens[state.tokens.length-1].type=TokenType._enum,tsParseEnumDeclaration(),!0;break;case ContextualKeyword.
_interface:if(tsCheckLineTerminator(isBeforeToken)&&match(TokenType.name)){let oldIsType=pushTypeContext(isBeforeToken?2:
1);return tsParseInterfaceDeclaration(),popTypeContext(oldIsType),!0}break;case ContextualKeyword._module:if(tsCheckLineTerminator(
isBeforeToken)){if(match(TokenType.string)){let oldIsType=pushTypeContext(isBeforeToken?2:1);return tsParseAmbientExternalModuleDeclaration(),
popTypeContext(oldIsType),!0}else if(match(TokenType.name)){let oldIsType=pushTypeContext(isBeforeToken?2:1);return tsParseModuleOrNamespaceDeclaration(),
popTypeContext(oldIsType),!0}}break;case ContextualKeyword._namespace:if(tsCheckLineTerminator(isBeforeToken)&&match(TokenType.
name)){let oldIsType=pushTypeContext(isBeforeToken?2:1);return tsParseModuleOrNamespaceDeclaration(),popTypeContext(oldIsType),
!0}break;case ContextualKeyword._type:if(tsCheckLineTerminator(isBeforeToken)&&match(TokenType.name)){let oldIsType=pushTypeContext(
isBeforeToken?2:1);return tsParseTypeAliasDeclaration(),popTypeContext(oldIsType),!0}break;default:break}return!1}function tsCheckLineTerminator(isBeforeToken){
return isBeforeToken?(next(),!0):!isLineTerminator()}function tsTryParseGenericAsyncArrowFunction(){let snapshot=state.snapshot();
return tsParseTypeParameters(),parseFunctionParams(),tsTryParseTypeOrTypePredicateAnnotation(),expect(TokenType.arrow),state.
error?(state.restoreFromSnapshot(snapshot),!1):(parseFunctionBody(!0),!0)}function tsParseTypeArgumentsWithPossibleBitshift(){
state.type===TokenType.bitShiftL&&(state.pos-=1,finishToken(TokenType.lessThan)),tsParseTypeArguments()}function tsParseTypeArguments(){
let oldIsType=pushTypeContext(0);for(expect(TokenType.lessThan);!match(TokenType.greaterThan)&&!state.error;)tsParseType(),
eat(TokenType.comma);oldIsType?(expect(TokenType.greaterThan),popTypeContext(oldIsType)):(popTypeContext(oldIsType),rescan_gt(),
expect(TokenType.greaterThan),state.tokens[state.tokens.length-1].isType=!0)}function tsIsDeclarationStart(){if(match(TokenType.
name))switch(state.contextualKeyword){case ContextualKeyword._abstract:case ContextualKeyword._declare:case ContextualKeyword.
_enum:case ContextualKeyword._interface:case ContextualKeyword._module:case ContextualKeyword._namespace:case ContextualKeyword.
_type:return!0;default:break}return!1}function tsParseFunctionBodyAndFinish(functionStart,funcContextId){if(match(TokenType.
colon)&&tsParseTypeOrTypePredicateAnnotation(TokenType.colon),!match(TokenType.braceL)&&isLineTerminator()){let i=state.
tokens.length-1;for(;i>=0&&(state.tokens[i].start>=functionStart||state.tokens[i].type===TokenType._default||state.tokens[i].
type===TokenType._export);)state.tokens[i].isType=!0,i--;return}parseFunctionBody(!1,funcContextId)}function tsParseSubscript(startTokenIndex,noCalls,stopState){
if(!hasPrecedingLineBreak()&&eat(TokenType.bang)){state.tokens[state.tokens.length-1].type=TokenType.nonNullAssertion;return}
if(match(TokenType.lessThan)||match(TokenType.bitShiftL)){let snapshot=state.snapshot();if(!noCalls&&atPossibleAsync()&&
tsTryParseGenericAsyncArrowFunction())return;if(tsParseTypeArgumentsWithPossibleBitshift(),!noCalls&&eat(TokenType.parenL)?
(state.tokens[state.tokens.length-1].subscriptStartIndex=startTokenIndex,parseCallExpressionArguments()):match(TokenType.
backQuote)?parseTemplate():(state.type===TokenType.greaterThan||state.type!==TokenType.parenL&&state.type&TokenType.IS_EXPRESSION_START&&
!hasPrecedingLineBreak())&&unexpected(),state.error)state.restoreFromSnapshot(snapshot);else return}else!noCalls&&match(
TokenType.questionDot)&&lookaheadType()===TokenType.lessThan&&(next(),state.tokens[startTokenIndex].isOptionalChainStart=
!0,state.tokens[state.tokens.length-1].subscriptStartIndex=startTokenIndex,tsParseTypeArguments(),expect(TokenType.parenL),
parseCallExpressionArguments());baseParseSubscript(startTokenIndex,noCalls,stopState)}function tsTryParseExport(){if(eat(
TokenType._import))return isContextual(ContextualKeyword._type)&&lookaheadType()!==TokenType.eq&&expectContextual(ContextualKeyword.
_type),tsParseImportEqualsDeclaration(),!0;if(eat(TokenType.eq))return parseExpression(),semicolon(),!0;if(eatContextual(
ContextualKeyword._as))return expectContextual(ContextualKeyword._namespace),parseIdentifier(),semicolon(),!0;if(isContextual(
ContextualKeyword._type)){let nextType=lookaheadType();(nextType===TokenType.braceL||nextType===TokenType.star)&&next()}
return!1}function tsParseImportSpecifier(){if(parseIdentifier(),match(TokenType.comma)||match(TokenType.braceR)){state.tokens[state.
tokens.length-1].identifierRole=IdentifierRole.ImportDeclaration;return}if(parseIdentifier(),match(TokenType.comma)||match(
TokenType.braceR)){state.tokens[state.tokens.length-1].identifierRole=IdentifierRole.ImportDeclaration,state.tokens[state.
tokens.length-2].isType=!0,state.tokens[state.tokens.length-1].isType=!0;return}if(parseIdentifier(),match(TokenType.comma)||
match(TokenType.braceR)){state.tokens[state.tokens.length-3].identifierRole=IdentifierRole.ImportAccess,state.tokens[state.
tokens.length-1].identifierRole=IdentifierRole.ImportDeclaration;return}parseIdentifier(),state.tokens[state.tokens.length-
3].identifierRole=IdentifierRole.ImportAccess,state.tokens[state.tokens.length-1].identifierRole=IdentifierRole.ImportDeclaration,
state.tokens[state.tokens.length-4].isType=!0,state.tokens[state.tokens.length-3].isType=!0,state.tokens[state.tokens.length-
2].isType=!0,state.tokens[state.tokens.length-1].isType=!0}function tsParseExportSpecifier(){if(parseIdentifier(),match(
TokenType.comma)||match(TokenType.braceR)){state.tokens[state.tokens.length-1].identifierRole=IdentifierRole.ExportAccess;
return}if(parseIdentifier(),match(TokenType.comma)||match(TokenType.braceR)){state.tokens[state.tokens.length-1].identifierRole=
IdentifierRole.ExportAccess,state.tokens[state.tokens.length-2].isType=!0,state.tokens[state.tokens.length-1].isType=!0;
return}if(parseIdentifier(),match(TokenType.comma)||match(TokenType.braceR)){state.tokens[state.tokens.length-3].identifierRole=
IdentifierRole.ExportAccess;return}parseIdentifier(),state.tokens[state.tokens.length-3].identifierRole=IdentifierRole.ExportAccess,
state.tokens[state.tokens.length-4].isType=!0,state.tokens[state.tokens.length-3].isType=!0,state.tokens[state.tokens.length-
2].isType=!0,state.tokens[state.tokens.length-1].isType=!0}function tsTryParseExportDefaultExpression(){if(isContextual(
ContextualKeyword._abstract)&&lookaheadType()===TokenType._class)return state.type=TokenType._abstract,next(),parseClass(
!0,!0),!0;if(isContextual(ContextualKeyword._interface)){let oldIsType=pushTypeContext(2);return tsParseDeclaration(ContextualKeyword.
_interface,!0),popTypeContext(oldIsType),!0}return!1}function tsTryParseStatementContent(){if(state.type===TokenType._const){
let ahead=lookaheadTypeAndKeyword();if(ahead.type===TokenType.name&&ahead.contextualKeyword===ContextualKeyword._enum)return expect(
TokenType._const),expectContextual(ContextualKeyword._enum),state.tokens[state.tokens.length-1].type=TokenType._enum,tsParseEnumDeclaration(),
!0}return!1}function tsTryParseClassMemberWithIsStatic(isStatic){let memberStartIndexAfterStatic=state.tokens.length;tsParseModifiers(
[ContextualKeyword._abstract,ContextualKeyword._readonly,ContextualKeyword._declare,ContextualKeyword._static,ContextualKeyword.
_override]);let modifiersEndIndex=state.tokens.length;if(tsTryParseIndexSignature()){let memberStartIndex=isStatic?memberStartIndexAfterStatic-
1:memberStartIndexAfterStatic;for(let i=memberStartIndex;i<modifiersEndIndex;i++)state.tokens[i].isType=!0;return!0}return!1}
function tsParseIdentifierStatement(contextualKeyword){tsParseExpressionStatement(contextualKeyword)||semicolon()}function tsParseExportDeclaration(){
let isDeclare=eatContextual(ContextualKeyword._declare);isDeclare&&(state.tokens[state.tokens.length-1].type=TokenType._declare);
let matchedDeclaration=!1;if(match(TokenType.name))if(isDeclare){let oldIsType=pushTypeContext(2);matchedDeclaration=tsTryParseExportDeclaration(),
popTypeContext(oldIsType)}else matchedDeclaration=tsTryParseExportDeclaration();if(!matchedDeclaration)if(isDeclare){let oldIsType=pushTypeContext(
2);parseStatement(!0),popTypeContext(oldIsType)}else parseStatement(!0)}function tsAfterParseClassSuper(hasSuper){if(hasSuper&&
(match(TokenType.lessThan)||match(TokenType.bitShiftL))&&tsParseTypeArgumentsWithPossibleBitshift(),eatContextual(ContextualKeyword.
_implements)){state.tokens[state.tokens.length-1].type=TokenType._implements;let oldIsType=pushTypeContext(1);tsParseHeritageClause(),
popTypeContext(oldIsType)}}function tsStartParseObjPropValue(){tsTryParseTypeParameters()}function tsStartParseFunctionParams(){
tsTryParseTypeParameters()}function tsAfterParseVarHead(){let oldIsType=pushTypeContext(0);hasPrecedingLineBreak()||eat(
TokenType.bang),tsTryParseTypeAnnotation(),popTypeContext(oldIsType)}function tsStartParseAsyncArrowFromCallExpression(){
match(TokenType.colon)&&tsParseTypeAnnotation()}function tsParseMaybeAssign(noIn,isWithinParens){return isJSXEnabled?tsParseMaybeAssignWithJSX(
noIn,isWithinParens):tsParseMaybeAssignWithoutJSX(noIn,isWithinParens)}function tsParseMaybeAssignWithJSX(noIn,isWithinParens){
if(!match(TokenType.lessThan))return baseParseMaybeAssign(noIn,isWithinParens);let snapshot=state.snapshot(),wasArrow=baseParseMaybeAssign(
noIn,isWithinParens);if(state.error)state.restoreFromSnapshot(snapshot);else return wasArrow;return state.type=TokenType.
typeParameterStart,tsParseTypeParameters(),wasArrow=baseParseMaybeAssign(noIn,isWithinParens),wasArrow||unexpected(),wasArrow}
function tsParseMaybeAssignWithoutJSX(noIn,isWithinParens){if(!match(TokenType.lessThan))return baseParseMaybeAssign(noIn,
isWithinParens);let snapshot=state.snapshot();tsParseTypeParameters();let wasArrow=baseParseMaybeAssign(noIn,isWithinParens);
if(wasArrow||unexpected(),state.error)state.restoreFromSnapshot(snapshot);else return wasArrow;return baseParseMaybeAssign(
noIn,isWithinParens)}function tsParseArrow(){if(match(TokenType.colon)){let snapshot=state.snapshot();tsParseTypeOrTypePredicateAnnotation(
TokenType.colon),canInsertSemicolon()&&unexpected(),match(TokenType.arrow)||unexpected(),state.error&&state.restoreFromSnapshot(
snapshot)}return eat(TokenType.arrow)}function tsParseAssignableListItemTypes(){let oldIsType=pushTypeContext(0);eat(TokenType.
question),tsTryParseTypeAnnotation(),popTypeContext(oldIsType)}function tsParseMaybeDecoratorArguments(){(match(TokenType.
lessThan)||match(TokenType.bitShiftL))&&tsParseTypeArgumentsWithPossibleBitshift(),baseParseMaybeDecoratorArguments()}function jsxReadToken(){let sawNewline=!1,sawNonWhitespace=!1;for(;;){if(state.pos>=input.length){unexpected("Unterminat\
ed JSX contents");return}let ch=input.charCodeAt(state.pos);if(ch===charCodes.lessThan||ch===charCodes.leftCurlyBrace){if(state.
pos===state.start){if(ch===charCodes.lessThan){state.pos++,finishToken(TokenType.jsxTagStart);return}getTokenFromCode(ch);
return}sawNewline&&!sawNonWhitespace?finishToken(TokenType.jsxEmptyText):finishToken(TokenType.jsxText);return}ch===charCodes.
lineFeed?sawNewline=!0:ch!==charCodes.space&&ch!==charCodes.carriageReturn&&ch!==charCodes.tab&&(sawNonWhitespace=!0),state.
pos++}}function jsxReadString(quote){for(state.pos++;;){if(state.pos>=input.length){unexpected("Unterminated string cons\
tant");return}if(input.charCodeAt(state.pos)===quote){state.pos++;break}state.pos++}finishToken(TokenType.string)}function jsxReadWord(){
let ch;do{if(state.pos>input.length){unexpected("Unexpectedly reached the end of input.");return}ch=input.charCodeAt(++state.
pos)}while(IS_IDENTIFIER_CHAR[ch]||ch===charCodes.dash);finishToken(TokenType.jsxName)}function jsxParseIdentifier(){nextJSXTagToken()}
function jsxParseNamespacedName(identifierRole){if(jsxParseIdentifier(),!eat(TokenType.colon)){state.tokens[state.tokens.
length-1].identifierRole=identifierRole;return}jsxParseIdentifier()}function jsxParseElementName(){let firstTokenIndex=state.
tokens.length;jsxParseNamespacedName(IdentifierRole.Access);let hadDot=!1;for(;match(TokenType.dot);)hadDot=!0,nextJSXTagToken(),
jsxParseIdentifier();if(!hadDot){let firstToken=state.tokens[firstTokenIndex],firstChar=input.charCodeAt(firstToken.start);
firstChar>=charCodes.lowercaseA&&firstChar<=charCodes.lowercaseZ&&(firstToken.identifierRole=null)}}function jsxParseAttributeValue(){
switch(state.type){case TokenType.braceL:next(),parseExpression(),nextJSXTagToken();return;case TokenType.jsxTagStart:jsxParseElement(),
nextJSXTagToken();return;case TokenType.string:nextJSXTagToken();return;default:unexpected("JSX value should be either a\
n expression or a quoted JSX text")}}function jsxParseSpreadChild(){expect(TokenType.ellipsis),parseExpression()}function jsxParseOpeningElement(initialTokenIndex){
if(match(TokenType.jsxTagEnd))return!1;jsxParseElementName(),isTypeScriptEnabled&&tsTryParseJSXTypeArgument();let hasSeenPropSpread=!1;
for(;!match(TokenType.slash)&&!match(TokenType.jsxTagEnd)&&!state.error;){if(eat(TokenType.braceL)){hasSeenPropSpread=!0,
expect(TokenType.ellipsis),parseMaybeAssign(),nextJSXTagToken();continue}hasSeenPropSpread&&state.end-state.start===3&&input.
charCodeAt(state.start)===charCodes.lowercaseK&&input.charCodeAt(state.start+1)===charCodes.lowercaseE&&input.charCodeAt(
state.start+2)===charCodes.lowercaseY&&(state.tokens[initialTokenIndex].jsxRole=JSXRole.KeyAfterPropSpread),jsxParseNamespacedName(
IdentifierRole.ObjectKey),match(TokenType.eq)&&(nextJSXTagToken(),jsxParseAttributeValue())}let isSelfClosing=match(TokenType.
slash);return isSelfClosing&&nextJSXTagToken(),isSelfClosing}function jsxParseClosingElement(){match(TokenType.jsxTagEnd)||
jsxParseElementName()}function jsxParseElementAt(){let initialTokenIndex=state.tokens.length-1;state.tokens[initialTokenIndex].
jsxRole=JSXRole.NoChildren;let numExplicitChildren=0;if(!jsxParseOpeningElement(initialTokenIndex))for(nextJSXExprToken();;)
switch(state.type){case TokenType.jsxTagStart:if(nextJSXTagToken(),match(TokenType.slash)){nextJSXTagToken(),jsxParseClosingElement(),
state.tokens[initialTokenIndex].jsxRole!==JSXRole.KeyAfterPropSpread&&(numExplicitChildren===1?state.tokens[initialTokenIndex].
jsxRole=JSXRole.OneChild:numExplicitChildren>1&&(state.tokens[initialTokenIndex].jsxRole=JSXRole.StaticChildren));return}
numExplicitChildren++,jsxParseElementAt(),nextJSXExprToken();break;case TokenType.jsxText:numExplicitChildren++,nextJSXExprToken();
break;case TokenType.jsxEmptyText:nextJSXExprToken();break;case TokenType.braceL:next(),match(TokenType.ellipsis)?(jsxParseSpreadChild(),
nextJSXExprToken(),numExplicitChildren+=2):(match(TokenType.braceR)||(numExplicitChildren++,parseExpression()),nextJSXExprToken());
break;default:unexpected();return}}function jsxParseElement(){nextJSXTagToken(),jsxParseElementAt()}function nextJSXTagToken(){
state.tokens.push(new Token),skipSpace(),state.start=state.pos;let code=input.charCodeAt(state.pos);if(IS_IDENTIFIER_START[code])
jsxReadWord();else if(code===charCodes.quotationMark||code===charCodes.apostrophe)jsxReadString(code);else switch(++state.
pos,code){case charCodes.greaterThan:finishToken(TokenType.jsxTagEnd);break;case charCodes.lessThan:finishToken(TokenType.
jsxTagStart);break;case charCodes.slash:finishToken(TokenType.slash);break;case charCodes.equalsTo:finishToken(TokenType.
eq);break;case charCodes.leftCurlyBrace:finishToken(TokenType.braceL);break;case charCodes.dot:finishToken(TokenType.dot);
break;case charCodes.colon:finishToken(TokenType.colon);break;default:unexpected()}}function nextJSXExprToken(){state.tokens.
push(new Token),state.start=state.pos,jsxReadToken()}function typedParseConditional(noIn){if(match(TokenType.question)){let nextType=lookaheadType();if(nextType===TokenType.
colon||nextType===TokenType.comma||nextType===TokenType.parenR)return}baseParseConditional(noIn)}function typedParseParenItem(){
eatTypeToken(TokenType.question),match(TokenType.colon)&&(isTypeScriptEnabled?tsParseTypeAnnotation():isFlowEnabled&&flowParseTypeAnnotation())}var StopState=class{constructor(stop){this.stop=stop}};function parseExpression(noIn=!1){if(parseMaybeAssign(noIn),match(
TokenType.comma))for(;eat(TokenType.comma);)parseMaybeAssign(noIn)}function parseMaybeAssign(noIn=!1,isWithinParens=!1){
return isTypeScriptEnabled?tsParseMaybeAssign(noIn,isWithinParens):isFlowEnabled?flowParseMaybeAssign(noIn,isWithinParens):
baseParseMaybeAssign(noIn,isWithinParens)}function baseParseMaybeAssign(noIn,isWithinParens){if(match(TokenType._yield))
return parseYield(),!1;(match(TokenType.parenL)||match(TokenType.name)||match(TokenType._yield))&&(state.potentialArrowAt=
state.start);let wasArrow=parseMaybeConditional(noIn);return isWithinParens&&parseParenItem(),state.type&TokenType.IS_ASSIGN?
(next(),parseMaybeAssign(noIn),!1):wasArrow}function parseMaybeConditional(noIn){return parseExprOps(noIn)?!0:(parseConditional(
noIn),!1)}function parseConditional(noIn){isTypeScriptEnabled||isFlowEnabled?typedParseConditional(noIn):baseParseConditional(
noIn)}function baseParseConditional(noIn){eat(TokenType.question)&&(parseMaybeAssign(),expect(TokenType.colon),parseMaybeAssign(
noIn))}function parseExprOps(noIn){let startTokenIndex=state.tokens.length;return parseMaybeUnary()?!0:(parseExprOp(startTokenIndex,
-1,noIn),!1)}function parseExprOp(startTokenIndex,minPrec,noIn){if(isTypeScriptEnabled&&(TokenType._in&TokenType.PRECEDENCE_MASK)>
minPrec&&!hasPrecedingLineBreak()&&(eatContextual(ContextualKeyword._as)||eatContextual(ContextualKeyword._satisfies))){
let oldIsType=pushTypeContext(1);tsParseType(),popTypeContext(oldIsType),rescan_gt(),parseExprOp(startTokenIndex,minPrec,
noIn);return}let prec=state.type&TokenType.PRECEDENCE_MASK;if(prec>0&&(!noIn||!match(TokenType._in))&&prec>minPrec){let op=state.
type;next(),op===TokenType.nullishCoalescing&&(state.tokens[state.tokens.length-1].nullishStartIndex=startTokenIndex);let rhsStartTokenIndex=state.
tokens.length;parseMaybeUnary(),parseExprOp(rhsStartTokenIndex,op&TokenType.IS_RIGHT_ASSOCIATIVE?prec-1:prec,noIn),op===
TokenType.nullishCoalescing&&(state.tokens[startTokenIndex].numNullishCoalesceStarts++,state.tokens[state.tokens.length-
1].numNullishCoalesceEnds++),parseExprOp(startTokenIndex,minPrec,noIn)}}function parseMaybeUnary(){if(isTypeScriptEnabled&&
!isJSXEnabled&&eat(TokenType.lessThan))return tsParseTypeAssertion(),!1;if(isContextual(ContextualKeyword._module)&&lookaheadCharCode()===
charCodes.leftCurlyBrace&&!hasFollowingLineBreak())return parseModuleExpression(),!1;if(state.type&TokenType.IS_PREFIX)return next(),
parseMaybeUnary(),!1;if(parseExprSubscripts())return!0;for(;state.type&TokenType.IS_POSTFIX&&!canInsertSemicolon();)state.
type===TokenType.preIncDec&&(state.type=TokenType.postIncDec),next();return!1}function parseExprSubscripts(){let startTokenIndex=state.
tokens.length;return parseExprAtom()?!0:(parseSubscripts(startTokenIndex),state.tokens.length>startTokenIndex&&state.tokens[startTokenIndex].
isOptionalChainStart&&(state.tokens[state.tokens.length-1].isOptionalChainEnd=!0),!1)}function parseSubscripts(startTokenIndex,noCalls=!1){
isFlowEnabled?flowParseSubscripts(startTokenIndex,noCalls):baseParseSubscripts(startTokenIndex,noCalls)}function baseParseSubscripts(startTokenIndex,noCalls=!1){
let stopState=new StopState(!1);do parseSubscript(startTokenIndex,noCalls,stopState);while(!stopState.stop&&!state.error)}
function parseSubscript(startTokenIndex,noCalls,stopState){isTypeScriptEnabled?tsParseSubscript(startTokenIndex,noCalls,
stopState):isFlowEnabled?flowParseSubscript(startTokenIndex,noCalls,stopState):baseParseSubscript(startTokenIndex,noCalls,
stopState)}function baseParseSubscript(startTokenIndex,noCalls,stopState){if(!noCalls&&eat(TokenType.doubleColon))parseNoCallExpr(),
stopState.stop=!0,parseSubscripts(startTokenIndex,noCalls);else if(match(TokenType.questionDot)){if(state.tokens[startTokenIndex].
isOptionalChainStart=!0,noCalls&&lookaheadType()===TokenType.parenL){stopState.stop=!0;return}next(),state.tokens[state.
tokens.length-1].subscriptStartIndex=startTokenIndex,eat(TokenType.bracketL)?(parseExpression(),expect(TokenType.bracketR)):
eat(TokenType.parenL)?parseCallExpressionArguments():parseMaybePrivateName()}else if(eat(TokenType.dot))state.tokens[state.
tokens.length-1].subscriptStartIndex=startTokenIndex,parseMaybePrivateName();else if(eat(TokenType.bracketL))state.tokens[state.
tokens.length-1].subscriptStartIndex=startTokenIndex,parseExpression(),expect(TokenType.bracketR);else if(!noCalls&&match(
TokenType.parenL))if(atPossibleAsync()){let snapshot=state.snapshot(),asyncStartTokenIndex=state.tokens.length;next(),state.
tokens[state.tokens.length-1].subscriptStartIndex=startTokenIndex;let callContextId=getNextContextId();state.tokens[state.
tokens.length-1].contextId=callContextId,parseCallExpressionArguments(),state.tokens[state.tokens.length-1].contextId=callContextId,
shouldParseAsyncArrow()&&(state.restoreFromSnapshot(snapshot),stopState.stop=!0,state.scopeDepth++,parseFunctionParams(),
parseAsyncArrowFromCallExpression(asyncStartTokenIndex))}else{next(),state.tokens[state.tokens.length-1].subscriptStartIndex=
startTokenIndex;let callContextId=getNextContextId();state.tokens[state.tokens.length-1].contextId=callContextId,parseCallExpressionArguments(),
state.tokens[state.tokens.length-1].contextId=callContextId}else match(TokenType.backQuote)?parseTemplate():stopState.stop=
!0}function atPossibleAsync(){return state.tokens[state.tokens.length-1].contextualKeyword===ContextualKeyword._async&&!canInsertSemicolon()}
function parseCallExpressionArguments(){let first=!0;for(;!eat(TokenType.parenR)&&!state.error;){if(first)first=!1;else if(expect(
TokenType.comma),eat(TokenType.parenR))break;parseExprListItem(!1)}}function shouldParseAsyncArrow(){return match(TokenType.
colon)||match(TokenType.arrow)}function parseAsyncArrowFromCallExpression(startTokenIndex){isTypeScriptEnabled?tsStartParseAsyncArrowFromCallExpression():
isFlowEnabled&&flowStartParseAsyncArrowFromCallExpression(),expect(TokenType.arrow),parseArrowExpression(startTokenIndex)}
function parseNoCallExpr(){let startTokenIndex=state.tokens.length;parseExprAtom(),parseSubscripts(startTokenIndex,!0)}function parseExprAtom(){
if(eat(TokenType.modulo))return parseIdentifier(),!1;if(match(TokenType.jsxText)||match(TokenType.jsxEmptyText))return parseLiteral(),
!1;if(match(TokenType.lessThan)&&isJSXEnabled)return state.type=TokenType.jsxTagStart,jsxParseElement(),next(),!1;let canBeArrow=state.
potentialArrowAt===state.start;switch(state.type){case TokenType.slash:case TokenType.assign:retokenizeSlashAsRegex();case TokenType.
_super:case TokenType._this:case TokenType.regexp:case TokenType.num:case TokenType.bigint:case TokenType.decimal:case TokenType.
string:case TokenType._null:case TokenType._true:case TokenType._false:return next(),!1;case TokenType._import:return next(),
match(TokenType.dot)&&(state.tokens[state.tokens.length-1].type=TokenType.name,next(),parseIdentifier()),!1;case TokenType.
name:{let startTokenIndex=state.tokens.length,functionStart=state.start,contextualKeyword=state.contextualKeyword;return parseIdentifier(),
contextualKeyword===ContextualKeyword._await?(parseAwait(),!1):contextualKeyword===ContextualKeyword._async&&match(TokenType.
_function)&&!canInsertSemicolon()?(next(),parseFunction(functionStart,!1),!1):canBeArrow&&contextualKeyword===ContextualKeyword.
_async&&!canInsertSemicolon()&&match(TokenType.name)?(state.scopeDepth++,parseBindingIdentifier(!1),expect(TokenType.arrow),
parseArrowExpression(startTokenIndex),!0):match(TokenType._do)&&!canInsertSemicolon()?(next(),parseBlock(),!1):canBeArrow&&
!canInsertSemicolon()&&match(TokenType.arrow)?(state.scopeDepth++,markPriorBindingIdentifier(!1),expect(TokenType.arrow),
parseArrowExpression(startTokenIndex),!0):(state.tokens[state.tokens.length-1].identifierRole=IdentifierRole.Access,!1)}case TokenType.
_do:return next(),parseBlock(),!1;case TokenType.parenL:return parseParenAndDistinguishExpression(canBeArrow);case TokenType.
bracketL:return next(),parseExprList(TokenType.bracketR,!0),!1;case TokenType.braceL:return parseObj(!1,!1),!1;case TokenType.
_function:return parseFunctionExpression(),!1;case TokenType.at:parseDecorators();case TokenType._class:return parseClass(
!1),!1;case TokenType._new:return parseNew(),!1;case TokenType.backQuote:return parseTemplate(),!1;case TokenType.doubleColon:
return next(),parseNoCallExpr(),!1;case TokenType.hash:{let code=lookaheadCharCode();return IS_IDENTIFIER_START[code]||code===
charCodes.backslash?parseMaybePrivateName():next(),!1}default:return unexpected(),!1}}function parseMaybePrivateName(){eat(
TokenType.hash),parseIdentifier()}function parseFunctionExpression(){let functionStart=state.start;parseIdentifier(),eat(
TokenType.dot)&&parseIdentifier(),parseFunction(functionStart,!1)}function parseLiteral(){next()}function parseParenExpression(){
expect(TokenType.parenL),parseExpression(),expect(TokenType.parenR)}function parseParenAndDistinguishExpression(canBeArrow){
let snapshot=state.snapshot(),startTokenIndex=state.tokens.length;expect(TokenType.parenL);let first=!0;for(;!match(TokenType.
parenR)&&!state.error;){if(first)first=!1;else if(expect(TokenType.comma),match(TokenType.parenR))break;if(match(TokenType.
ellipsis)){parseRest(!1),parseParenItem();break}else parseMaybeAssign(!1,!0)}return expect(TokenType.parenR),canBeArrow&&
shouldParseArrow()&&parseArrow()?(state.restoreFromSnapshot(snapshot),state.scopeDepth++,parseFunctionParams(),parseArrow(),
parseArrowExpression(startTokenIndex),state.error?(state.restoreFromSnapshot(snapshot),parseParenAndDistinguishExpression(
!1),!1):!0):!1}function shouldParseArrow(){return match(TokenType.colon)||!canInsertSemicolon()}function parseArrow(){return isTypeScriptEnabled?
tsParseArrow():isFlowEnabled?flowParseArrow():eat(TokenType.arrow)}function parseParenItem(){(isTypeScriptEnabled||isFlowEnabled)&&
typedParseParenItem()}function parseNew(){if(expect(TokenType._new),eat(TokenType.dot)){parseIdentifier();return}parseNewCallee(),
isFlowEnabled&&flowStartParseNewArguments(),eat(TokenType.parenL)&&parseExprList(TokenType.parenR)}function parseNewCallee(){
parseNoCallExpr(),eat(TokenType.questionDot)}function parseTemplate(){for(nextTemplateToken(),nextTemplateToken();!match(
TokenType.backQuote)&&!state.error;)expect(TokenType.dollarBraceL),parseExpression(),nextTemplateToken(),nextTemplateToken();
next()}function parseObj(isPattern,isBlockScope){let contextId=getNextContextId(),first=!0;for(next(),state.tokens[state.
tokens.length-1].contextId=contextId;!eat(TokenType.braceR)&&!state.error;){if(first)first=!1;else if(expect(TokenType.comma),
eat(TokenType.braceR))break;let isGenerator=!1;if(match(TokenType.ellipsis)){let previousIndex=state.tokens.length;if(parseSpread(),
isPattern&&(state.tokens.length===previousIndex+2&&markPriorBindingIdentifier(isBlockScope),eat(TokenType.braceR)))break;
continue}isPattern||(isGenerator=eat(TokenType.star)),!isPattern&&isContextual(ContextualKeyword._async)?(isGenerator&&unexpected(),
parseIdentifier(),match(TokenType.colon)||match(TokenType.parenL)||match(TokenType.braceR)||match(TokenType.eq)||match(TokenType.
comma)||(match(TokenType.star)&&(next(),isGenerator=!0),parsePropertyName(contextId))):parsePropertyName(contextId),parseObjPropValue(
isPattern,isBlockScope,contextId)}state.tokens[state.tokens.length-1].contextId=contextId}function isGetterOrSetterMethod(isPattern){
return!isPattern&&(match(TokenType.string)||match(TokenType.num)||match(TokenType.bracketL)||match(TokenType.name)||!!(state.
type&TokenType.IS_KEYWORD))}function parseObjectMethod(isPattern,objectContextId){let functionStart=state.start;return match(
TokenType.parenL)?(isPattern&&unexpected(),parseMethod(functionStart,!1),!0):isGetterOrSetterMethod(isPattern)?(parsePropertyName(
objectContextId),parseMethod(functionStart,!1),!0):!1}function parseObjectProperty(isPattern,isBlockScope){if(eat(TokenType.
colon)){isPattern?parseMaybeDefault(isBlockScope):parseMaybeAssign(!1);return}let identifierRole;isPattern?state.scopeDepth===
0?identifierRole=IdentifierRole.ObjectShorthandTopLevelDeclaration:isBlockScope?identifierRole=IdentifierRole.ObjectShorthandBlockScopedDeclaration:
identifierRole=IdentifierRole.ObjectShorthandFunctionScopedDeclaration:identifierRole=IdentifierRole.ObjectShorthand,state.
tokens[state.tokens.length-1].identifierRole=identifierRole,parseMaybeDefault(isBlockScope,!0)}function parseObjPropValue(isPattern,isBlockScope,objectContextId){
isTypeScriptEnabled?tsStartParseObjPropValue():isFlowEnabled&&flowStartParseObjPropValue(),parseObjectMethod(isPattern,objectContextId)||
parseObjectProperty(isPattern,isBlockScope)}function parsePropertyName(objectContextId){isFlowEnabled&&flowParseVariance(),
eat(TokenType.bracketL)?(state.tokens[state.tokens.length-1].contextId=objectContextId,parseMaybeAssign(),expect(TokenType.
bracketR),state.tokens[state.tokens.length-1].contextId=objectContextId):(match(TokenType.num)||match(TokenType.string)||
match(TokenType.bigint)||match(TokenType.decimal)?parseExprAtom():parseMaybePrivateName(),state.tokens[state.tokens.length-
1].identifierRole=IdentifierRole.ObjectKey,state.tokens[state.tokens.length-1].contextId=objectContextId)}function parseMethod(functionStart,isConstructor){
let funcContextId=getNextContextId();state.scopeDepth++;let startTokenIndex=state.tokens.length;parseFunctionParams(isConstructor,
funcContextId),parseFunctionBodyAndFinish(functionStart,funcContextId);let endTokenIndex=state.tokens.length;state.scopes.
push(new Scope(startTokenIndex,endTokenIndex,!0)),state.scopeDepth--}function parseArrowExpression(startTokenIndex){parseFunctionBody(
!0);let endTokenIndex=state.tokens.length;state.scopes.push(new Scope(startTokenIndex,endTokenIndex,!0)),state.scopeDepth--}
function parseFunctionBodyAndFinish(functionStart,funcContextId=0){isTypeScriptEnabled?tsParseFunctionBodyAndFinish(functionStart,
funcContextId):isFlowEnabled?flowParseFunctionBodyAndFinish(funcContextId):parseFunctionBody(!1,funcContextId)}function parseFunctionBody(allowExpression,funcContextId=0){
allowExpression&&!match(TokenType.braceL)?parseMaybeAssign():parseBlock(!0,funcContextId)}function parseExprList(close,allowEmpty=!1){
let first=!0;for(;!eat(close)&&!state.error;){if(first)first=!1;else if(expect(TokenType.comma),eat(close))break;parseExprListItem(
allowEmpty)}}function parseExprListItem(allowEmpty){allowEmpty&&match(TokenType.comma)||(match(TokenType.ellipsis)?(parseSpread(),
parseParenItem()):match(TokenType.question)?next():parseMaybeAssign(!1,!0))}function parseIdentifier(){next(),state.tokens[state.
tokens.length-1].type=TokenType.name}function parseAwait(){parseMaybeUnary()}function parseYield(){next(),!match(TokenType.
semi)&&!canInsertSemicolon()&&(eat(TokenType.star),parseMaybeAssign())}function parseModuleExpression(){expectContextual(
ContextualKeyword._module),expect(TokenType.braceL),parseBlockBody(TokenType.braceR)}function isMaybeDefaultImport(lookahead){return(lookahead.type===TokenType.name||!!(lookahead.type&TokenType.IS_KEYWORD))&&
lookahead.contextualKeyword!==ContextualKeyword._from}function flowParseTypeInitialiser(tok){let oldIsType=pushTypeContext(
0);expect(tok||TokenType.colon),flowParseType(),popTypeContext(oldIsType)}function flowParsePredicate(){expect(TokenType.
modulo),expectContextual(ContextualKeyword._checks),eat(TokenType.parenL)&&(parseExpression(),expect(TokenType.parenR))}
function flowParseTypeAndPredicateInitialiser(){let oldIsType=pushTypeContext(0);expect(TokenType.colon),match(TokenType.
modulo)?flowParsePredicate():(flowParseType(),match(TokenType.modulo)&&flowParsePredicate()),popTypeContext(oldIsType)}function flowParseDeclareClass(){
next(),flowParseInterfaceish(!0)}function flowParseDeclareFunction(){next(),parseIdentifier(),match(TokenType.lessThan)&&
flowParseTypeParameterDeclaration(),expect(TokenType.parenL),flowParseFunctionTypeParams(),expect(TokenType.parenR),flowParseTypeAndPredicateInitialiser(),
semicolon()}function flowParseDeclare(){match(TokenType._class)?flowParseDeclareClass():match(TokenType._function)?flowParseDeclareFunction():
match(TokenType._var)?flowParseDeclareVariable():eatContextual(ContextualKeyword._module)?eat(TokenType.dot)?flowParseDeclareModuleExports():
flowParseDeclareModule():isContextual(ContextualKeyword._type)?flowParseDeclareTypeAlias():isContextual(ContextualKeyword.
_opaque)?flowParseDeclareOpaqueType():isContextual(ContextualKeyword._interface)?flowParseDeclareInterface():match(TokenType.
_export)?flowParseDeclareExportDeclaration():unexpected()}function flowParseDeclareVariable(){next(),flowParseTypeAnnotatableIdentifier(),
semicolon()}function flowParseDeclareModule(){for(match(TokenType.string)?parseExprAtom():parseIdentifier(),expect(TokenType.
braceL);!match(TokenType.braceR)&&!state.error;)match(TokenType._import)?(next(),parseImport()):unexpected();expect(TokenType.
braceR)}function flowParseDeclareExportDeclaration(){expect(TokenType._export),eat(TokenType._default)?match(TokenType._function)||
match(TokenType._class)?flowParseDeclare():(flowParseType(),semicolon()):match(TokenType._var)||match(TokenType._function)||
match(TokenType._class)||isContextual(ContextualKeyword._opaque)?flowParseDeclare():match(TokenType.star)||match(TokenType.
braceL)||isContextual(ContextualKeyword._interface)||isContextual(ContextualKeyword._type)||isContextual(ContextualKeyword.
_opaque)?parseExport():unexpected()}function flowParseDeclareModuleExports(){expectContextual(ContextualKeyword._exports),
flowParseTypeAnnotation(),semicolon()}function flowParseDeclareTypeAlias(){next(),flowParseTypeAlias()}function flowParseDeclareOpaqueType(){
next(),flowParseOpaqueType(!0)}function flowParseDeclareInterface(){next(),flowParseInterfaceish()}function flowParseInterfaceish(isClass=!1){
if(flowParseRestrictedIdentifier(),match(TokenType.lessThan)&&flowParseTypeParameterDeclaration(),eat(TokenType._extends))
do flowParseInterfaceExtends();while(!isClass&&eat(TokenType.comma));if(isContextual(ContextualKeyword._mixins)){next();
do flowParseInterfaceExtends();while(eat(TokenType.comma))}if(isContextual(ContextualKeyword._implements)){next();do flowParseInterfaceExtends();while(eat(
TokenType.comma))}flowParseObjectType(isClass,!1,isClass)}function flowParseInterfaceExtends(){flowParseQualifiedTypeIdentifier(
!1),match(TokenType.lessThan)&&flowParseTypeParameterInstantiation()}function flowParseInterface(){flowParseInterfaceish()}
function flowParseRestrictedIdentifier(){parseIdentifier()}function flowParseTypeAlias(){flowParseRestrictedIdentifier(),
match(TokenType.lessThan)&&flowParseTypeParameterDeclaration(),flowParseTypeInitialiser(TokenType.eq),semicolon()}function flowParseOpaqueType(declare){
expectContextual(ContextualKeyword._type),flowParseRestrictedIdentifier(),match(TokenType.lessThan)&&flowParseTypeParameterDeclaration(),
match(TokenType.colon)&&flowParseTypeInitialiser(TokenType.colon),declare||flowParseTypeInitialiser(TokenType.eq),semicolon()}
function flowParseTypeParameter(){flowParseVariance(),flowParseTypeAnnotatableIdentifier(),eat(TokenType.eq)&&flowParseType()}
function flowParseTypeParameterDeclaration(){let oldIsType=pushTypeContext(0);match(TokenType.lessThan)||match(TokenType.
typeParameterStart)?next():unexpected();do flowParseTypeParameter(),match(TokenType.greaterThan)||expect(TokenType.comma);while(!match(
TokenType.greaterThan)&&!state.error);expect(TokenType.greaterThan),popTypeContext(oldIsType)}function flowParseTypeParameterInstantiation(){
let oldIsType=pushTypeContext(0);for(expect(TokenType.lessThan);!match(TokenType.greaterThan)&&!state.error;)flowParseType(),
match(TokenType.greaterThan)||expect(TokenType.comma);expect(TokenType.greaterThan),popTypeContext(oldIsType)}function flowParseInterfaceType(){
if(expectContextual(ContextualKeyword._interface),eat(TokenType._extends))do flowParseInterfaceExtends();while(eat(TokenType.
comma));flowParseObjectType(!1,!1,!1)}function flowParseObjectPropertyKey(){match(TokenType.num)||match(TokenType.string)?
parseExprAtom():parseIdentifier()}function flowParseObjectTypeIndexer(){lookaheadType()===TokenType.colon?(flowParseObjectPropertyKey(),
flowParseTypeInitialiser()):flowParseType(),expect(TokenType.bracketR),flowParseTypeInitialiser()}function flowParseObjectTypeInternalSlot(){
flowParseObjectPropertyKey(),expect(TokenType.bracketR),expect(TokenType.bracketR),match(TokenType.lessThan)||match(TokenType.
parenL)?flowParseObjectTypeMethodish():(eat(TokenType.question),flowParseTypeInitialiser())}function flowParseObjectTypeMethodish(){
for(match(TokenType.lessThan)&&flowParseTypeParameterDeclaration(),expect(TokenType.parenL);!match(TokenType.parenR)&&!match(
TokenType.ellipsis)&&!state.error;)flowParseFunctionTypeParam(),match(TokenType.parenR)||expect(TokenType.comma);eat(TokenType.
ellipsis)&&flowParseFunctionTypeParam(),expect(TokenType.parenR),flowParseTypeInitialiser()}function flowParseObjectTypeCallProperty(){
flowParseObjectTypeMethodish()}function flowParseObjectType(allowStatic,allowExact,allowProto){let endDelim;for(allowExact&&
match(TokenType.braceBarL)?(expect(TokenType.braceBarL),endDelim=TokenType.braceBarR):(expect(TokenType.braceL),endDelim=
TokenType.braceR);!match(endDelim)&&!state.error;){if(allowProto&&isContextual(ContextualKeyword._proto)){let lookahead=lookaheadType();
lookahead!==TokenType.colon&&lookahead!==TokenType.question&&(next(),allowStatic=!1)}if(allowStatic&&isContextual(ContextualKeyword.
_static)){let lookahead=lookaheadType();lookahead!==TokenType.colon&&lookahead!==TokenType.question&&next()}if(flowParseVariance(),
eat(TokenType.bracketL))eat(TokenType.bracketL)?flowParseObjectTypeInternalSlot():flowParseObjectTypeIndexer();else if(match(
TokenType.parenL)||match(TokenType.lessThan))flowParseObjectTypeCallProperty();else{if(isContextual(ContextualKeyword._get)||
isContextual(ContextualKeyword._set)){let lookahead=lookaheadType();(lookahead===TokenType.name||lookahead===TokenType.string||
lookahead===TokenType.num)&&next()}flowParseObjectTypeProperty()}flowObjectTypeSemicolon()}expect(endDelim)}function flowParseObjectTypeProperty(){
if(match(TokenType.ellipsis)){if(expect(TokenType.ellipsis),eat(TokenType.comma)||eat(TokenType.semi),match(TokenType.braceR))
return;flowParseType()}else flowParseObjectPropertyKey(),match(TokenType.lessThan)||match(TokenType.parenL)?flowParseObjectTypeMethodish():
(eat(TokenType.question),flowParseTypeInitialiser())}function flowObjectTypeSemicolon(){!eat(TokenType.semi)&&!eat(TokenType.
comma)&&!match(TokenType.braceR)&&!match(TokenType.braceBarR)&&unexpected()}function flowParseQualifiedTypeIdentifier(initialIdAlreadyParsed){
for(initialIdAlreadyParsed||parseIdentifier();eat(TokenType.dot);)parseIdentifier()}function flowParseGenericType(){flowParseQualifiedTypeIdentifier(
!0),match(TokenType.lessThan)&&flowParseTypeParameterInstantiation()}function flowParseTypeofType(){expect(TokenType._typeof),
flowParsePrimaryType()}function flowParseTupleType(){for(expect(TokenType.bracketL);state.pos<input.length&&!match(TokenType.
bracketR)&&(flowParseType(),!match(TokenType.bracketR));)expect(TokenType.comma);expect(TokenType.bracketR)}function flowParseFunctionTypeParam(){
let lookahead=lookaheadType();lookahead===TokenType.colon||lookahead===TokenType.question?(parseIdentifier(),eat(TokenType.
question),flowParseTypeInitialiser()):flowParseType()}function flowParseFunctionTypeParams(){for(;!match(TokenType.parenR)&&
!match(TokenType.ellipsis)&&!state.error;)flowParseFunctionTypeParam(),match(TokenType.parenR)||expect(TokenType.comma);
eat(TokenType.ellipsis)&&flowParseFunctionTypeParam()}function flowParsePrimaryType(){let isGroupedType=!1,oldNoAnonFunctionType=state.
noAnonFunctionType;switch(state.type){case TokenType.name:{if(isContextual(ContextualKeyword._interface)){flowParseInterfaceType();
return}parseIdentifier(),flowParseGenericType();return}case TokenType.braceL:flowParseObjectType(!1,!1,!1);return;case TokenType.
braceBarL:flowParseObjectType(!1,!0,!1);return;case TokenType.bracketL:flowParseTupleType();return;case TokenType.lessThan:
flowParseTypeParameterDeclaration(),expect(TokenType.parenL),flowParseFunctionTypeParams(),expect(TokenType.parenR),expect(
TokenType.arrow),flowParseType();return;case TokenType.parenL:if(next(),!match(TokenType.parenR)&&!match(TokenType.ellipsis))
if(match(TokenType.name)){let token=lookaheadType();isGroupedType=token!==TokenType.question&&token!==TokenType.colon}else
isGroupedType=!0;if(isGroupedType)if(state.noAnonFunctionType=!1,flowParseType(),state.noAnonFunctionType=oldNoAnonFunctionType,
state.noAnonFunctionType||!(match(TokenType.comma)||match(TokenType.parenR)&&lookaheadType()===TokenType.arrow)){expect(
TokenType.parenR);return}else eat(TokenType.comma);flowParseFunctionTypeParams(),expect(TokenType.parenR),expect(TokenType.
arrow),flowParseType();return;case TokenType.minus:next(),parseLiteral();return;case TokenType.string:case TokenType.num:case TokenType.
_true:case TokenType._false:case TokenType._null:case TokenType._this:case TokenType._void:case TokenType.star:next();return;default:
if(state.type===TokenType._typeof){flowParseTypeofType();return}else if(state.type&TokenType.IS_KEYWORD){next(),state.tokens[state.
tokens.length-1].type=TokenType.name;return}}unexpected()}function flowParsePostfixType(){for(flowParsePrimaryType();!canInsertSemicolon()&&
(match(TokenType.bracketL)||match(TokenType.questionDot));)eat(TokenType.questionDot),expect(TokenType.bracketL),eat(TokenType.
bracketR)||(flowParseType(),expect(TokenType.bracketR))}function flowParsePrefixType(){eat(TokenType.question)?flowParsePrefixType():
flowParsePostfixType()}function flowParseAnonFunctionWithoutParens(){flowParsePrefixType(),!state.noAnonFunctionType&&eat(
TokenType.arrow)&&flowParseType()}function flowParseIntersectionType(){for(eat(TokenType.bitwiseAND),flowParseAnonFunctionWithoutParens();eat(
TokenType.bitwiseAND);)flowParseAnonFunctionWithoutParens()}function flowParseUnionType(){for(eat(TokenType.bitwiseOR),flowParseIntersectionType();eat(
TokenType.bitwiseOR);)flowParseIntersectionType()}function flowParseType(){flowParseUnionType()}function flowParseTypeAnnotation(){
flowParseTypeInitialiser()}function flowParseTypeAnnotatableIdentifier(){parseIdentifier(),match(TokenType.colon)&&flowParseTypeAnnotation()}
function flowParseVariance(){(match(TokenType.plus)||match(TokenType.minus))&&(next(),state.tokens[state.tokens.length-1].
isType=!0)}function flowParseFunctionBodyAndFinish(funcContextId){match(TokenType.colon)&&flowParseTypeAndPredicateInitialiser(),
parseFunctionBody(!1,funcContextId)}function flowParseSubscript(startTokenIndex,noCalls,stopState){if(match(TokenType.questionDot)&&
lookaheadType()===TokenType.lessThan){if(noCalls){stopState.stop=!0;return}next(),flowParseTypeParameterInstantiation(),
expect(TokenType.parenL),parseCallExpressionArguments();return}else if(!noCalls&&match(TokenType.lessThan)){let snapshot=state.
snapshot();if(flowParseTypeParameterInstantiation(),expect(TokenType.parenL),parseCallExpressionArguments(),state.error)
state.restoreFromSnapshot(snapshot);else return}baseParseSubscript(startTokenIndex,noCalls,stopState)}function flowStartParseNewArguments(){
if(match(TokenType.lessThan)){let snapshot=state.snapshot();flowParseTypeParameterInstantiation(),state.error&&state.restoreFromSnapshot(
snapshot)}}function flowTryParseStatement(){if(match(TokenType.name)&&state.contextualKeyword===ContextualKeyword._interface){
let oldIsType=pushTypeContext(0);return next(),flowParseInterface(),popTypeContext(oldIsType),!0}else if(isContextual(ContextualKeyword.
_enum))return flowParseEnumDeclaration(),!0;return!1}function flowTryParseExportDefaultExpression(){return isContextual(
ContextualKeyword._enum)?(flowParseEnumDeclaration(),!0):!1}function flowParseIdentifierStatement(contextualKeyword){if(contextualKeyword===
ContextualKeyword._declare){if(match(TokenType._class)||match(TokenType.name)||match(TokenType._function)||match(TokenType.
_var)||match(TokenType._export)){let oldIsType=pushTypeContext(1);flowParseDeclare(),popTypeContext(oldIsType)}}else if(match(
TokenType.name)){if(contextualKeyword===ContextualKeyword._interface){let oldIsType=pushTypeContext(1);flowParseInterface(),
popTypeContext(oldIsType)}else if(contextualKeyword===ContextualKeyword._type){let oldIsType=pushTypeContext(1);flowParseTypeAlias(),
popTypeContext(oldIsType)}else if(contextualKeyword===ContextualKeyword._opaque){let oldIsType=pushTypeContext(1);flowParseOpaqueType(
!1),popTypeContext(oldIsType)}}semicolon()}function flowShouldParseExportDeclaration(){return isContextual(ContextualKeyword.
_type)||isContextual(ContextualKeyword._interface)||isContextual(ContextualKeyword._opaque)||isContextual(ContextualKeyword.
_enum)}function flowShouldDisallowExportDefaultSpecifier(){return match(TokenType.name)&&(state.contextualKeyword===ContextualKeyword.
_type||state.contextualKeyword===ContextualKeyword._interface||state.contextualKeyword===ContextualKeyword._opaque||state.
contextualKeyword===ContextualKeyword._enum)}function flowParseExportDeclaration(){if(isContextual(ContextualKeyword._type)){
let oldIsType=pushTypeContext(1);next(),match(TokenType.braceL)?(parseExportSpecifiers(),parseExportFrom()):flowParseTypeAlias(),
popTypeContext(oldIsType)}else if(isContextual(ContextualKeyword._opaque)){let oldIsType=pushTypeContext(1);next(),flowParseOpaqueType(
!1),popTypeContext(oldIsType)}else if(isContextual(ContextualKeyword._interface)){let oldIsType=pushTypeContext(1);next(),
flowParseInterface(),popTypeContext(oldIsType)}else parseStatement(!0)}function flowShouldParseExportStar(){return match(
TokenType.star)||isContextual(ContextualKeyword._type)&&lookaheadType()===TokenType.star}function flowParseExportStar(){
if(eatContextual(ContextualKeyword._type)){let oldIsType=pushTypeContext(2);baseParseExportStar(),popTypeContext(oldIsType)}else
baseParseExportStar()}function flowAfterParseClassSuper(hasSuper){if(hasSuper&&match(TokenType.lessThan)&&flowParseTypeParameterInstantiation(),
isContextual(ContextualKeyword._implements)){let oldIsType=pushTypeContext(0);next(),state.tokens[state.tokens.length-1].
type=TokenType._implements;do flowParseRestrictedIdentifier(),match(TokenType.lessThan)&&flowParseTypeParameterInstantiation();while(eat(
TokenType.comma));popTypeContext(oldIsType)}}function flowStartParseObjPropValue(){match(TokenType.lessThan)&&(flowParseTypeParameterDeclaration(),
match(TokenType.parenL)||unexpected())}function flowParseAssignableListItemTypes(){let oldIsType=pushTypeContext(0);eat(
TokenType.question),match(TokenType.colon)&&flowParseTypeAnnotation(),popTypeContext(oldIsType)}function flowStartParseImportSpecifiers(){
if(match(TokenType._typeof)||isContextual(ContextualKeyword._type)){let lh=lookaheadTypeAndKeyword();(isMaybeDefaultImport(
lh)||lh.type===TokenType.braceL||lh.type===TokenType.star)&&next()}}function flowParseImportSpecifier(){let isTypeKeyword=state.
contextualKeyword===ContextualKeyword._type||state.type===TokenType._typeof;isTypeKeyword?next():parseIdentifier(),isContextual(
ContextualKeyword._as)&&!isLookaheadContextual(ContextualKeyword._as)?(parseIdentifier(),isTypeKeyword&&!match(TokenType.
name)&&!(state.type&TokenType.IS_KEYWORD)||parseIdentifier()):(isTypeKeyword&&(match(TokenType.name)||state.type&TokenType.
IS_KEYWORD)&&parseIdentifier(),eatContextual(ContextualKeyword._as)&&parseIdentifier())}function flowStartParseFunctionParams(){
if(match(TokenType.lessThan)){let oldIsType=pushTypeContext(0);flowParseTypeParameterDeclaration(),popTypeContext(oldIsType)}}
function flowAfterParseVarHead(){match(TokenType.colon)&&flowParseTypeAnnotation()}function flowStartParseAsyncArrowFromCallExpression(){
if(match(TokenType.colon)){let oldNoAnonFunctionType=state.noAnonFunctionType;state.noAnonFunctionType=!0,flowParseTypeAnnotation(),
state.noAnonFunctionType=oldNoAnonFunctionType}}function flowParseMaybeAssign(noIn,isWithinParens){if(match(TokenType.lessThan)){
let snapshot=state.snapshot(),wasArrow=baseParseMaybeAssign(noIn,isWithinParens);if(state.error)state.restoreFromSnapshot(
snapshot),state.type=TokenType.typeParameterStart;else return wasArrow;let oldIsType=pushTypeContext(0);if(flowParseTypeParameterDeclaration(),
popTypeContext(oldIsType),wasArrow=baseParseMaybeAssign(noIn,isWithinParens),wasArrow)return!0;unexpected()}return baseParseMaybeAssign(
noIn,isWithinParens)}function flowParseArrow(){if(match(TokenType.colon)){let oldIsType=pushTypeContext(0),snapshot=state.
snapshot(),oldNoAnonFunctionType=state.noAnonFunctionType;state.noAnonFunctionType=!0,flowParseTypeAndPredicateInitialiser(),
state.noAnonFunctionType=oldNoAnonFunctionType,canInsertSemicolon()&&unexpected(),match(TokenType.arrow)||unexpected(),state.
error&&state.restoreFromSnapshot(snapshot),popTypeContext(oldIsType)}return eat(TokenType.arrow)}function flowParseSubscripts(startTokenIndex,noCalls=!1){
if(state.tokens[state.tokens.length-1].contextualKeyword===ContextualKeyword._async&&match(TokenType.lessThan)){let snapshot=state.
snapshot();if(parseAsyncArrowWithTypeParameters()&&!state.error)return;state.restoreFromSnapshot(snapshot)}baseParseSubscripts(
startTokenIndex,noCalls)}function parseAsyncArrowWithTypeParameters(){state.scopeDepth++;let startTokenIndex=state.tokens.
length;return parseFunctionParams(),parseArrow()?(parseArrowExpression(startTokenIndex),!0):!1}function flowParseEnumDeclaration(){
expectContextual(ContextualKeyword._enum),state.tokens[state.tokens.length-1].type=TokenType._enum,parseIdentifier(),flowParseEnumBody()}
function flowParseEnumBody(){eatContextual(ContextualKeyword._of)&&next(),expect(TokenType.braceL),flowParseEnumMembers(),
expect(TokenType.braceR)}function flowParseEnumMembers(){for(;!match(TokenType.braceR)&&!state.error&&!eat(TokenType.ellipsis);)
flowParseEnumMember(),match(TokenType.braceR)||expect(TokenType.comma)}function flowParseEnumMember(){parseIdentifier(),
eat(TokenType.eq)&&next()}function parseTopLevel(){if(parseBlockBody(TokenType.eof),state.scopes.push(new Scope(0,state.tokens.length,!0)),state.scopeDepth!==
0)throw new Error(`Invalid scope depth at end of file: ${state.scopeDepth}`);return new File(state.tokens,state.scopes)}
function parseStatement(declaration){isFlowEnabled&&flowTryParseStatement()||(match(TokenType.at)&&parseDecorators(),parseStatementContent(
declaration))}function parseStatementContent(declaration){if(isTypeScriptEnabled&&tsTryParseStatementContent())return;let starttype=state.
type;switch(starttype){case TokenType._break:case TokenType._continue:parseBreakContinueStatement();return;case TokenType.
_debugger:parseDebuggerStatement();return;case TokenType._do:parseDoStatement();return;case TokenType._for:parseForStatement();
return;case TokenType._function:if(lookaheadType()===TokenType.dot)break;declaration||unexpected(),parseFunctionStatement();
return;case TokenType._class:declaration||unexpected(),parseClass(!0);return;case TokenType._if:parseIfStatement();return;case TokenType.
_return:parseReturnStatement();return;case TokenType._switch:parseSwitchStatement();return;case TokenType._throw:parseThrowStatement();
return;case TokenType._try:parseTryStatement();return;case TokenType._let:case TokenType._const:declaration||unexpected();case TokenType.
_var:parseVarStatement(starttype!==TokenType._var);return;case TokenType._while:parseWhileStatement();return;case TokenType.
braceL:parseBlock();return;case TokenType.semi:parseEmptyStatement();return;case TokenType._export:case TokenType._import:{
let nextType=lookaheadType();if(nextType===TokenType.parenL||nextType===TokenType.dot)break;next(),starttype===TokenType.
_import?parseImport():parseExport();return}case TokenType.name:if(state.contextualKeyword===ContextualKeyword._async){let functionStart=state.
start,snapshot=state.snapshot();if(next(),match(TokenType._function)&&!canInsertSemicolon()){expect(TokenType._function),
parseFunction(functionStart,!0);return}else state.restoreFromSnapshot(snapshot)}else if(state.contextualKeyword===ContextualKeyword.
_using&&!hasFollowingLineBreak()&&lookaheadType()===TokenType.name){parseVarStatement(!0);return}else if(startsAwaitUsing()){
expectContextual(ContextualKeyword._await),parseVarStatement(!0);return}default:break}let initialTokensLength=state.tokens.
length;parseExpression();let simpleName=null;if(state.tokens.length===initialTokensLength+1){let token=state.tokens[state.
tokens.length-1];token.type===TokenType.name&&(simpleName=token.contextualKeyword)}if(simpleName==null){semicolon();return}
eat(TokenType.colon)?parseLabeledStatement():parseIdentifierStatement(simpleName)}function startsAwaitUsing(){if(!isContextual(
ContextualKeyword._await))return!1;let snapshot=state.snapshot();return next(),!isContextual(ContextualKeyword._using)||
hasPrecedingLineBreak()?(state.restoreFromSnapshot(snapshot),!1):(next(),!match(TokenType.name)||hasPrecedingLineBreak()?
(state.restoreFromSnapshot(snapshot),!1):(state.restoreFromSnapshot(snapshot),!0))}function parseDecorators(){for(;match(
TokenType.at);)parseDecorator()}function parseDecorator(){if(next(),eat(TokenType.parenL))parseExpression(),expect(TokenType.
parenR);else{for(parseIdentifier();eat(TokenType.dot);)parseIdentifier();parseMaybeDecoratorArguments()}}function parseMaybeDecoratorArguments(){
isTypeScriptEnabled?tsParseMaybeDecoratorArguments():baseParseMaybeDecoratorArguments()}function baseParseMaybeDecoratorArguments(){
eat(TokenType.parenL)&&parseCallExpressionArguments()}function parseBreakContinueStatement(){next(),isLineTerminator()||
(parseIdentifier(),semicolon())}function parseDebuggerStatement(){next(),semicolon()}function parseDoStatement(){next(),
parseStatement(!1),expect(TokenType._while),parseParenExpression(),eat(TokenType.semi)}function parseForStatement(){state.
scopeDepth++;let startTokenIndex=state.tokens.length;parseAmbiguousForStatement();let endTokenIndex=state.tokens.length;
state.scopes.push(new Scope(startTokenIndex,endTokenIndex,!1)),state.scopeDepth--}function isUsingInLoop(){return!(!isContextual(
ContextualKeyword._using)||isLookaheadContextual(ContextualKeyword._of))}function parseAmbiguousForStatement(){next();let forAwait=!1;
if(isContextual(ContextualKeyword._await)&&(forAwait=!0,next()),expect(TokenType.parenL),match(TokenType.semi)){forAwait&&
unexpected(),parseFor();return}let isAwaitUsing=startsAwaitUsing();if(isAwaitUsing||match(TokenType._var)||match(TokenType.
_let)||match(TokenType._const)||isUsingInLoop()){if(isAwaitUsing&&expectContextual(ContextualKeyword._await),next(),parseVar(
!0,state.type!==TokenType._var),match(TokenType._in)||isContextual(ContextualKeyword._of)){parseForIn(forAwait);return}parseFor();
return}if(parseExpression(!0),match(TokenType._in)||isContextual(ContextualKeyword._of)){parseForIn(forAwait);return}forAwait&&
unexpected(),parseFor()}function parseFunctionStatement(){let functionStart=state.start;next(),parseFunction(functionStart,
!0)}function parseIfStatement(){next(),parseParenExpression(),parseStatement(!1),eat(TokenType._else)&&parseStatement(!1)}
function parseReturnStatement(){next(),isLineTerminator()||(parseExpression(),semicolon())}function parseSwitchStatement(){
next(),parseParenExpression(),state.scopeDepth++;let startTokenIndex=state.tokens.length;for(expect(TokenType.braceL);!match(
TokenType.braceR)&&!state.error;)if(match(TokenType._case)||match(TokenType._default)){let isCase=match(TokenType._case);
next(),isCase&&parseExpression(),expect(TokenType.colon)}else parseStatement(!0);next();let endTokenIndex=state.tokens.length;
state.scopes.push(new Scope(startTokenIndex,endTokenIndex,!1)),state.scopeDepth--}function parseThrowStatement(){next(),
parseExpression(),semicolon()}function parseCatchClauseParam(){parseBindingAtom(!0),isTypeScriptEnabled&&tsTryParseTypeAnnotation()}
function parseTryStatement(){if(next(),parseBlock(),match(TokenType._catch)){next();let catchBindingStartTokenIndex=null;
if(match(TokenType.parenL)&&(state.scopeDepth++,catchBindingStartTokenIndex=state.tokens.length,expect(TokenType.parenL),
parseCatchClauseParam(),expect(TokenType.parenR)),parseBlock(),catchBindingStartTokenIndex!=null){let endTokenIndex=state.
tokens.length;state.scopes.push(new Scope(catchBindingStartTokenIndex,endTokenIndex,!1)),state.scopeDepth--}}eat(TokenType.
_finally)&&parseBlock()}function parseVarStatement(isBlockScope){next(),parseVar(!1,isBlockScope),semicolon()}function parseWhileStatement(){
next(),parseParenExpression(),parseStatement(!1)}function parseEmptyStatement(){next()}function parseLabeledStatement(){
parseStatement(!0)}function parseIdentifierStatement(contextualKeyword){isTypeScriptEnabled?tsParseIdentifierStatement(contextualKeyword):
isFlowEnabled?flowParseIdentifierStatement(contextualKeyword):semicolon()}function parseBlock(isFunctionScope=!1,contextId=0){
let startTokenIndex=state.tokens.length;state.scopeDepth++,expect(TokenType.braceL),contextId&&(state.tokens[state.tokens.
length-1].contextId=contextId),parseBlockBody(TokenType.braceR),contextId&&(state.tokens[state.tokens.length-1].contextId=
contextId);let endTokenIndex=state.tokens.length;state.scopes.push(new Scope(startTokenIndex,endTokenIndex,isFunctionScope)),
state.scopeDepth--}function parseBlockBody(end){for(;!eat(end)&&!state.error;)parseStatement(!0)}function parseFor(){expect(
TokenType.semi),match(TokenType.semi)||parseExpression(),expect(TokenType.semi),match(TokenType.parenR)||parseExpression(),
expect(TokenType.parenR),parseStatement(!1)}function parseForIn(forAwait){forAwait?eatContextual(ContextualKeyword._of):
next(),parseExpression(),expect(TokenType.parenR),parseStatement(!1)}function parseVar(isFor,isBlockScope){for(;;){if(parseVarHead(
isBlockScope),eat(TokenType.eq)){let eqIndex=state.tokens.length-1;parseMaybeAssign(isFor),state.tokens[eqIndex].rhsEndIndex=
state.tokens.length}if(!eat(TokenType.comma))break}}function parseVarHead(isBlockScope){parseBindingAtom(isBlockScope),isTypeScriptEnabled?
tsAfterParseVarHead():isFlowEnabled&&flowAfterParseVarHead()}function parseFunction(functionStart,isStatement,optionalId=!1){
match(TokenType.star)&&next(),isStatement&&!optionalId&&!match(TokenType.name)&&!match(TokenType._yield)&&unexpected();let nameScopeStartTokenIndex=null;
match(TokenType.name)&&(isStatement||(nameScopeStartTokenIndex=state.tokens.length,state.scopeDepth++),parseBindingIdentifier(
!1));let startTokenIndex=state.tokens.length;state.scopeDepth++,parseFunctionParams(),parseFunctionBodyAndFinish(functionStart);
let endTokenIndex=state.tokens.length;state.scopes.push(new Scope(startTokenIndex,endTokenIndex,!0)),state.scopeDepth--,
nameScopeStartTokenIndex!==null&&(state.scopes.push(new Scope(nameScopeStartTokenIndex,endTokenIndex,!0)),state.scopeDepth--)}
function parseFunctionParams(allowModifiers=!1,funcContextId=0){isTypeScriptEnabled?tsStartParseFunctionParams():isFlowEnabled&&
flowStartParseFunctionParams(),expect(TokenType.parenL),funcContextId&&(state.tokens[state.tokens.length-1].contextId=funcContextId),
parseBindingList(TokenType.parenR,!1,!1,allowModifiers,funcContextId),funcContextId&&(state.tokens[state.tokens.length-1].
contextId=funcContextId)}function parseClass(isStatement,optionalId=!1){let contextId=getNextContextId();next(),state.tokens[state.
tokens.length-1].contextId=contextId,state.tokens[state.tokens.length-1].isExpression=!isStatement;let nameScopeStartTokenIndex=null;
isStatement||(nameScopeStartTokenIndex=state.tokens.length,state.scopeDepth++),parseClassId(isStatement,optionalId),parseClassSuper();
let openBraceIndex=state.tokens.length;if(parseClassBody(contextId),!state.error&&(state.tokens[openBraceIndex].contextId=
contextId,state.tokens[state.tokens.length-1].contextId=contextId,nameScopeStartTokenIndex!==null)){let endTokenIndex=state.
tokens.length;state.scopes.push(new Scope(nameScopeStartTokenIndex,endTokenIndex,!1)),state.scopeDepth--}}function isClassProperty(){
return match(TokenType.eq)||match(TokenType.semi)||match(TokenType.braceR)||match(TokenType.bang)||match(TokenType.colon)}
function isClassMethod(){return match(TokenType.parenL)||match(TokenType.lessThan)}function parseClassBody(classContextId){
for(expect(TokenType.braceL);!eat(TokenType.braceR)&&!state.error;){if(eat(TokenType.semi))continue;if(match(TokenType.at)){
parseDecorator();continue}let memberStart=state.start;parseClassMember(memberStart,classContextId)}}function parseClassMember(memberStart,classContextId){
isTypeScriptEnabled&&tsParseModifiers([ContextualKeyword._declare,ContextualKeyword._public,ContextualKeyword._protected,
ContextualKeyword._private,ContextualKeyword._override]);let isStatic=!1;if(match(TokenType.name)&&state.contextualKeyword===
ContextualKeyword._static){if(parseIdentifier(),isClassMethod()){parseClassMethod(memberStart,!1);return}else if(isClassProperty()){
parseClassProperty();return}if(state.tokens[state.tokens.length-1].type=TokenType._static,isStatic=!0,match(TokenType.braceL)){
state.tokens[state.tokens.length-1].contextId=classContextId,parseBlock();return}}parseClassMemberWithIsStatic(memberStart,
isStatic,classContextId)}function parseClassMemberWithIsStatic(memberStart,isStatic,classContextId){if(isTypeScriptEnabled&&
tsTryParseClassMemberWithIsStatic(isStatic))return;if(eat(TokenType.star)){parseClassPropertyName(classContextId),parseClassMethod(
memberStart,!1);return}parseClassPropertyName(classContextId);let isConstructor=!1,token=state.tokens[state.tokens.length-
1];token.contextualKeyword===ContextualKeyword._constructor&&(isConstructor=!0),parsePostMemberNameModifiers(),isClassMethod()?
parseClassMethod(memberStart,isConstructor):isClassProperty()?parseClassProperty():token.contextualKeyword===ContextualKeyword.
_async&&!isLineTerminator()?(state.tokens[state.tokens.length-1].type=TokenType._async,match(TokenType.star)&&next(),parseClassPropertyName(
classContextId),parsePostMemberNameModifiers(),parseClassMethod(memberStart,!1)):(token.contextualKeyword===ContextualKeyword.
_get||token.contextualKeyword===ContextualKeyword._set)&&!(isLineTerminator()&&match(TokenType.star))?(token.contextualKeyword===
ContextualKeyword._get?state.tokens[state.tokens.length-1].type=TokenType._get:state.tokens[state.tokens.length-1].type=
TokenType._set,parseClassPropertyName(classContextId),parseClassMethod(memberStart,!1)):token.contextualKeyword===ContextualKeyword.
_accessor&&!isLineTerminator()?(parseClassPropertyName(classContextId),parseClassProperty()):isLineTerminator()?parseClassProperty():
unexpected()}function parseClassMethod(functionStart,isConstructor){isTypeScriptEnabled?tsTryParseTypeParameters():isFlowEnabled&&
match(TokenType.lessThan)&&flowParseTypeParameterDeclaration(),parseMethod(functionStart,isConstructor)}function parseClassPropertyName(classContextId){
parsePropertyName(classContextId)}function parsePostMemberNameModifiers(){if(isTypeScriptEnabled){let oldIsType=pushTypeContext(
0);eat(TokenType.question),popTypeContext(oldIsType)}}function parseClassProperty(){if(isTypeScriptEnabled?(eatTypeToken(
TokenType.bang),tsTryParseTypeAnnotation()):isFlowEnabled&&match(TokenType.colon)&&flowParseTypeAnnotation(),match(TokenType.
eq)){let equalsTokenIndex=state.tokens.length;next(),parseMaybeAssign(),state.tokens[equalsTokenIndex].rhsEndIndex=state.
tokens.length}semicolon()}function parseClassId(isStatement,optionalId=!1){isTypeScriptEnabled&&(!isStatement||optionalId)&&
isContextual(ContextualKeyword._implements)||(match(TokenType.name)&&parseBindingIdentifier(!0),isTypeScriptEnabled?tsTryParseTypeParameters():
isFlowEnabled&&match(TokenType.lessThan)&&flowParseTypeParameterDeclaration())}function parseClassSuper(){let hasSuper=!1;
eat(TokenType._extends)?(parseExprSubscripts(),hasSuper=!0):hasSuper=!1,isTypeScriptEnabled?tsAfterParseClassSuper(hasSuper):
isFlowEnabled&&flowAfterParseClassSuper(hasSuper)}function parseExport(){let exportIndex=state.tokens.length-1;isTypeScriptEnabled&&
tsTryParseExport()||(shouldParseExportStar()?parseExportStar():isExportDefaultSpecifier()?(parseIdentifier(),match(TokenType.
comma)&&lookaheadType()===TokenType.star?(expect(TokenType.comma),expect(TokenType.star),expectContextual(ContextualKeyword.
_as),parseIdentifier()):parseExportSpecifiersMaybe(),parseExportFrom()):eat(TokenType._default)?parseExportDefaultExpression():
shouldParseExportDeclaration()?parseExportDeclaration():(parseExportSpecifiers(),parseExportFrom()),state.tokens[exportIndex].
rhsEndIndex=state.tokens.length)}function parseExportDefaultExpression(){if(isTypeScriptEnabled&&tsTryParseExportDefaultExpression()||
isFlowEnabled&&flowTryParseExportDefaultExpression())return;let functionStart=state.start;eat(TokenType._function)?parseFunction(
functionStart,!0,!0):isContextual(ContextualKeyword._async)&&lookaheadType()===TokenType._function?(eatContextual(ContextualKeyword.
_async),eat(TokenType._function),parseFunction(functionStart,!0,!0)):match(TokenType._class)?parseClass(!0,!0):match(TokenType.
at)?(parseDecorators(),parseClass(!0,!0)):(parseMaybeAssign(),semicolon())}function parseExportDeclaration(){isTypeScriptEnabled?
tsParseExportDeclaration():isFlowEnabled?flowParseExportDeclaration():parseStatement(!0)}function isExportDefaultSpecifier(){
if(isTypeScriptEnabled&&tsIsDeclarationStart())return!1;if(isFlowEnabled&&flowShouldDisallowExportDefaultSpecifier())return!1;
if(match(TokenType.name))return state.contextualKeyword!==ContextualKeyword._async;if(!match(TokenType._default))return!1;
let _next=nextTokenStart(),lookahead=lookaheadTypeAndKeyword(),hasFrom=lookahead.type===TokenType.name&&lookahead.contextualKeyword===
ContextualKeyword._from;if(lookahead.type===TokenType.comma)return!0;if(hasFrom){let nextAfterFrom=input.charCodeAt(nextTokenStartSince(
_next+4));return nextAfterFrom===charCodes.quotationMark||nextAfterFrom===charCodes.apostrophe}return!1}function parseExportSpecifiersMaybe(){
eat(TokenType.comma)&&parseExportSpecifiers()}function parseExportFrom(){eatContextual(ContextualKeyword._from)&&(parseExprAtom(),
maybeParseImportAttributes()),semicolon()}function shouldParseExportStar(){return isFlowEnabled?flowShouldParseExportStar():
match(TokenType.star)}function parseExportStar(){isFlowEnabled?flowParseExportStar():baseParseExportStar()}function baseParseExportStar(){
expect(TokenType.star),isContextual(ContextualKeyword._as)?parseExportNamespace():parseExportFrom()}function parseExportNamespace(){
next(),state.tokens[state.tokens.length-1].type=TokenType._as,parseIdentifier(),parseExportSpecifiersMaybe(),parseExportFrom()}
function shouldParseExportDeclaration(){return isTypeScriptEnabled&&tsIsDeclarationStart()||isFlowEnabled&&flowShouldParseExportDeclaration()||
state.type===TokenType._var||state.type===TokenType._const||state.type===TokenType._let||state.type===TokenType._function||
state.type===TokenType._class||isContextual(ContextualKeyword._async)||match(TokenType.at)}function parseExportSpecifiers(){
let first=!0;for(expect(TokenType.braceL);!eat(TokenType.braceR)&&!state.error;){if(first)first=!1;else if(expect(TokenType.
comma),eat(TokenType.braceR))break;parseExportSpecifier()}}function parseExportSpecifier(){if(isTypeScriptEnabled){tsParseExportSpecifier();
return}parseIdentifier(),state.tokens[state.tokens.length-1].identifierRole=IdentifierRole.ExportAccess,eatContextual(ContextualKeyword.
_as)&&parseIdentifier()}function isImportReflection(){let snapshot=state.snapshot();return expectContextual(ContextualKeyword.
_module),eatContextual(ContextualKeyword._from)?isContextual(ContextualKeyword._from)?(state.restoreFromSnapshot(snapshot),
!0):(state.restoreFromSnapshot(snapshot),!1):match(TokenType.comma)?(state.restoreFromSnapshot(snapshot),!1):(state.restoreFromSnapshot(
snapshot),!0)}function parseMaybeImportReflection(){isContextual(ContextualKeyword._module)&&isImportReflection()&&next()}
function parseImport(){if(isTypeScriptEnabled&&match(TokenType.name)&&lookaheadType()===TokenType.eq){tsParseImportEqualsDeclaration();
return}if(isTypeScriptEnabled&&isContextual(ContextualKeyword._type)){let lookahead=lookaheadTypeAndKeyword();if(lookahead.
type===TokenType.name&&lookahead.contextualKeyword!==ContextualKeyword._from){if(expectContextual(ContextualKeyword._type),
lookaheadType()===TokenType.eq){tsParseImportEqualsDeclaration();return}}else(lookahead.type===TokenType.star||lookahead.
type===TokenType.braceL)&&expectContextual(ContextualKeyword._type)}match(TokenType.string)?parseExprAtom():(parseMaybeImportReflection(),
parseImportSpecifiers(),expectContextual(ContextualKeyword._from),parseExprAtom()),maybeParseImportAttributes(),semicolon()}
function shouldParseDefaultImport(){return match(TokenType.name)}function parseImportSpecifierLocal(){parseImportedIdentifier()}
function parseImportSpecifiers(){isFlowEnabled&&flowStartParseImportSpecifiers();let first=!0;if(!(shouldParseDefaultImport()&&
(parseImportSpecifierLocal(),!eat(TokenType.comma)))){if(match(TokenType.star)){next(),expectContextual(ContextualKeyword.
_as),parseImportSpecifierLocal();return}for(expect(TokenType.braceL);!eat(TokenType.braceR)&&!state.error;){if(first)first=
!1;else if(eat(TokenType.colon)&&unexpected("ES2015 named imports do not destructure. Use another statement for destruct\
uring after the import."),expect(TokenType.comma),eat(TokenType.braceR))break;parseImportSpecifier()}}}function parseImportSpecifier(){
if(isTypeScriptEnabled){tsParseImportSpecifier();return}if(isFlowEnabled){flowParseImportSpecifier();return}parseImportedIdentifier(),
isContextual(ContextualKeyword._as)&&(state.tokens[state.tokens.length-1].identifierRole=IdentifierRole.ImportAccess,next(),
parseImportedIdentifier())}function maybeParseImportAttributes(){(match(TokenType._with)||isContextual(ContextualKeyword.
_assert)&&!hasPrecedingLineBreak())&&(next(),parseObj(!1,!1))}function parseFile(){return state.pos===0&&input.charCodeAt(0)===charCodes.numberSign&&input.charCodeAt(1)===charCodes.exclamationMark&&
skipLineComment(2),nextToken(),parseTopLevel()}var File=class{constructor(tokens,scopes){this.tokens=tokens,this.scopes=scopes}};function parse(input2,isJSXEnabled2,isTypeScriptEnabled2,isFlowEnabled2){
if(isFlowEnabled2&&isTypeScriptEnabled2)throw new Error("Cannot combine flow and typescript plugins.");initParser(input2,
isJSXEnabled2,isTypeScriptEnabled2,isFlowEnabled2);let result=parseFile();if(state.error)throw augmentError(state.error);
return result}var MODIFIERS=new Set([TokenType._public,TokenType._protected,TokenType._private,TokenType._abstract,TokenType._readonly,
TokenType._override,TokenType._declare]),USES=new Set([IdentifierRole.Access,IdentifierRole.ObjectShorthand,IdentifierRole.
ExportAccess]),STATEMENTS=new Set(["abstract","async","declare","enum","export","function","import","interface","module",
"namespace","type"]),Edits=class{#code;#all=[];constructor(code){this.#code=code}blank(start,end,sign=""){let gone=this.#code.
slice(start,end).replace(/[^\r\n\u2028\u2029]/g," ");this.put(start,end,sign+gone.slice(sign.length))}put(start,end,text){
this.#all.push({start,end,text})}apply(){this.#all.sort((a,b)=>a.start-b.start||a.end-b.end);let made="",at=0;for(let{start,
end,text}of this.#all)start<at||(made+=this.#code.slice(at,start)+text,at=end);return made+this.#code.slice(at)}},Stripper=class{constructor(code){
this.code=code,this.tokens=parse(code,!1,!0,!1).tokens,this.edits=new Edits(code),this.used=new Set;for(let token of this.
tokens)token.type===TokenType.name&&!token.isType&&USES.has(token.identifierRole)&&this.used.add(this.text(token))}text(token){
return token===void 0?"":this.code.slice(token.start,token.end)}is(index,...texts){let token=this.tokens[index];return token!==
void 0&&token.type!==TokenType.string&&texts.includes(this.text(token))}strip(){let index=0;for(;index<this.tokens.length;)
index=Math.max(index+1,this.step(index));return this.edits.apply()}step(index){let token=this.tokens[index];if(token.type===
TokenType.eof)return index+1;if(token.isType)return this.types(index);if(token.type===TokenType._import&&!this.is(index+
1,"(","."))return this.imports(index);if(token.type===TokenType._export)return this.exports(index);if(token.type===TokenType.
_enum||token.type===TokenType._const&&this.tokens[index+1].type===TokenType._enum)return this.enumeration(index);if(token.
type===TokenType.nonNullAssertion)this.edits.blank(token.start,token.end);else{if(MODIFIERS.has(token.type))return this.
modifier(index);token.type===TokenType.name&&this.text(token)==="constructor"&&this.is(index+1,"(")&&this.constructorProperties(
index+1)}return index+1}types(from){let to=from;for(;to+1<this.tokens.length&&this.tokens[to+1].isType;)to++;let{start}=this.
tokens[from],{end}=this.tokens[to];return this.edits.blank(start,end,STATEMENTS.has(this.text(this.tokens[from]))&&this.
beginsStatement(from)?";":""),this.tokens[to+1]?.type===TokenType.arrow&&/[\r\n]/.test(this.code.slice(start,this.tokens[to+
1].start))&&this.closeBeforeArrow(from-1,this.tokens[to+1].start),to+1}beginsStatement(index){let before=this.tokens[index-
1];return before===void 0||before.end<=this.lineStart(this.tokens[index].start)||this.is(index-1,";","{","}")}lineStart(offset){
return this.code.lastIndexOf(`
`,offset-1)+1}closeBeforeArrow(parenthesis,arrow){let{start,end}=this.tokens[parenthesis];this.text(this.tokens[parenthesis])===
")"&&!/[^\s]/.test(this.code[arrow-1])&&(this.edits.blank(start,end),this.edits.put(arrow,arrow,")"))}modifier(index){let last=index,
gone=!1;for(;MODIFIERS.has(this.tokens[last].type)||this.tokens[last].type===TokenType._static;)gone=gone||[TokenType._declare,
TokenType._abstract].includes(this.tokens[last].type),last++;if(gone&&this.tokens[last].type!==TokenType._class)return this.
member(index,last);for(let i=index;i<last;i++)if(this.tokens[i].type!==TokenType._static){let sign=i+1===last&&this.is(last,
"[","*")?";":"";this.edits.blank(this.tokens[i].start,this.tokens[i].end,sign)}return last}member(from,name){let end=name,
depth=0;for(;this.tokens[end].type!==TokenType.eof;){this.is(end,"{","(","[")?depth++:this.is(end,"}",")","]")&&depth--;
let next2=this.tokens[end+1];if(depth<0||depth===0&&(this.is(end,";")||this.is(end+1,"}")||this.startsLine(end,next2)))break;
end++}return this.edits.blank(this.tokens[from].start,this.tokens[end].end,";"),end+1}startsLine(index,next2){return!next2.
isType&&/[\r\n]/.test(this.code.slice(this.tokens[index].end,next2.start))}constructorProperties(open){let properties=[],
depth=0,at=open;do{if(this.is(at,"(","{","["))depth++;else if(this.is(at,")","}","]"))depth--;else if(depth===1&&MODIFIERS.
has(this.tokens[at].type)&&!this.tokens[at].isType){let name=this.tokens[at+1];name.type===TokenType.name&&properties.push(
this.text(name))}at++}while(depth>0&&this.tokens[at].type!==TokenType.eof);for(;this.tokens[at].isType;)at++;if(properties.
length>0&&this.is(at,"{")){let behind=this.tokens[this.superCall(at)].end;this.edits.put(behind,behind,`${this.is(at,"{")?
";":""}${properties.map(it=>`this.${it} = ${it};`).join(" ")}`)}}superCall(brace){let depth=0;for(let at=brace;this.tokens[at].
type!==TokenType.eof&&(depth+=this.is(at,"{")?1:this.is(at,"}")?-1:0,depth!==0);at++)if(depth===1&&this.tokens[at].type===
TokenType._super&&this.is(at+1,"("))return this.closing(at+1);return brace}closing(open){let depth=0,at=open;do depth+=this.
is(at,"(","{","[")?1:this.is(at,")","}","]")?-1:0,at++;while(depth>0);return at-1}statementEnd(index){let at=index;for(;this.
tokens[at].type!==TokenType.string&&this.tokens[at].type!==TokenType.eof;)at++;return this.is(at+1,"with","assert")&&this.
is(at+2,"{")&&(at=this.closing(at+2)),this.is(at+1,";")?at+1:at}gone(from,to){return this.edits.blank(this.tokens[from].
start,this.tokens[to].end,";"),to+1}imports(index){if(this.tokens[index+1].type===TokenType.string)return index+2;let end=this.
statementEnd(index);if(this.is(index+1,"type")&&!this.is(index+2,",","from")||this.is(index+1,"type")&&this.is(index+2,"\
from")&&this.is(index+3,"from"))return this.gone(index,end);if(this.is(index+2,"="))throw this.error(index,"import ... =\
 require(...) is not supported: write import ... from");let brace=index+1,others=0;for(;brace<end&&!this.is(brace,"{")&&
this.tokens[brace].type!==TokenType.string;)others+=this.used.has(this.text(this.tokens[brace]))?1:0,brace++;let hasBraces=this.
is(brace,"{"),kept=hasBraces?this.specifiers(brace):0;return others===0&&kept===0&&!(hasBraces&&this.is(brace+1,"}"))?this.
gone(index,end):end+1}specifiers(brace){let kept=0,at=brace+1;for(;!this.is(at,"}");){let last=at;for(;!this.is(last+1,"\
,","}");)last++;let behind=this.is(last+1,",")?last+1:last;this.is(at,"type")&&last>at&&!(last===at+2&&this.is(at+1,"as"))||
!this.used.has(this.text(this.tokens[last]))?this.edits.blank(this.tokens[at].start,this.tokens[behind].end):kept++,at=behind+
1}return kept}exports(index){if(this.is(index+1,"type")&&this.is(index+2,"{","*")){let close=this.is(index+2,"{")?this.closing(
index+2):index+2;return this.gone(index,this.is(close+1,"from","as")?this.statementEnd(close):close)}if(this.is(index+1,
"{")){let close=this.closing(index+1),at=index+2;for(;at<close;){let last=at;for(;!this.is(last+1,",","}");)last++;let behind=this.
is(last+1,",")?last+1:last;this.is(at,"type")&&last>at&&!this.is(at+1,"as")&&this.edits.blank(this.tokens[at].start,this.
tokens[behind].end),at=behind+1}return close+1}return index+1}enumeration(from){let keyword=this.tokens[from].type===TokenType.
_const?from+1:from,name=this.text(this.tokens[keyword+1]),open=keyword+2;this.edits.put(this.tokens[from].start,this.tokens[open].
end,`var ${name}; (function (${name}) {`);let at=open+1,before="-1";for(;!this.is(at,"}");){let member=this.tokens[at],last=at;
for(;!this.is(last+1,",","}");)last=this.is(last+1,"(","[","{")?this.closing(last+1):last+1;let key=member.type===TokenType.
string?this.text(member):JSON.stringify(this.text(member)),own=member.type===TokenType.string?null:this.text(member),given=last>
at?this.code.slice(this.tokens[at+2].start,this.tokens[last].end):`${before} + 1`,value=own===null?`${name}[${key}]`:own,
set=own===null?`${name}[${key}] = ${given};`:`const ${own} = ${given}; ${name}[${key}] = ${own};`,back=` if (typeof ${value}\
 === 'number') ${name}[${value}] = ${key};`,behind=this.is(last+1,",")?last+1:last;this.edits.put(member.start,this.tokens[behind].
end,set+back),before=value,at=behind+1}return this.edits.put(this.tokens[at].start,this.tokens[at].end,`})(${name} || (${name}\
 = {}));`),at+1}error(index,message){let before=this.code.slice(0,this.tokens[index].start).split(`
`),error=new SyntaxError(message);return error.loc={line:before.length,column:before.at(-1).length+1},error}};function strip(code){
try{return{code:new Stripper(code).strip(),message:"",line:0,column:0}}catch(error){let{line=1,column=1}=error.loc??{};return{
code:"",message:String(error.message).replace(/^Error transforming .*?: /,"").replace(/ \(\d+:\d+\)$/,""),line,column}}}return __toCommonJS(strip_exports);})();
typescript;
